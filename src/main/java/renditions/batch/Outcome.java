package renditions.batch;

/// How an item of a batch ended. There is no third state: it is acknowledged, or it is redelivered.
///
/// @param <R> the result of finished work
public sealed interface Outcome<R> {
    /// Whether everything that the item asked for is durable, or nothing was to be done, or nothing ever can be and
    /// a durable report says so.
    boolean acknowledged();

    /// The work is done and durable.
    record Done<R>(R result) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return true;
        }
    }

    /// Nothing was to be done: up to date, superseded, or no upload.
    record Skipped<R>(String reason) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return true;
        }
    }

    /// The work was tried and fails whenever it is tried again; a report of that is durable. For the other items of
    /// the batch it counts as done.
    ///
    /// @param problem why it fails
    /// @param report where the report is, for people
    record Quarantined<R>(Problem problem, String report) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return true;
        }
    }

    /// The work was tried and failed.
    record Failed<R>(Problem problem) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return false;
        }
    }

    /// The work never began.
    record NotStarted<R>(Reason reason) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return false;
        }
    }

    /// The work began and was not done at the seal.
    record NotFinished<R>(Reason reason) implements Outcome<R> {
        @Override
        public boolean acknowledged() {
            return false;
        }
    }
}
