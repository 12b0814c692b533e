package renditions.store;

import java.util.Locale;
import renditions.batch.Severity;

/// The reason why a call to the store did not give what it should. Problems that callers act on have types of their
/// own; all others are a [Failure].
public sealed interface StoreProblem extends Fetched, Written, Looked, Removed, Listed {
    /// The object of the call; of a listing, its prefix with an asterisk.
    ObjectId object();

    /// The kind of problem.
    Kind kind();

    /// More about it, for people; may be empty.
    default String detail() {
        return "";
    }

    /// The kind of problem in one upper-case word, stable, for logs and programs.
    default String code() {
        return kind().name();
    }

    /// What is wrong, for people: one sentence that names the object.
    default String message() {
        return String.format(Locale.ROOT, kind().words, object(), detail());
    }

    /// What follows from it.
    default Severity severity() {
        return kind().severity;
    }

    /// There is no such object.
    record Missing(ObjectId object) implements StoreProblem {
        @Override
        public Kind kind() {
            return Kind.MISSING;
        }
    }

    /// The condition of the call does not hold, because the object was replaced.
    record Changed(ObjectId object) implements StoreProblem {
        @Override
        public Kind kind() {
            return Kind.CHANGED;
        }
    }

    /// The object has more bytes than allowed; none was read.
    ///
    /// @param facts what the store says of it
    /// @param limit the allowed length in bytes
    record TooLarge(ObjectId object, ObjectFacts facts, long limit) implements StoreProblem {
        @Override
        public Kind kind() {
            return Kind.TOO_LARGE;
        }

        @Override
        public String detail() {
            return String.format(Locale.ROOT, "%,d bytes, the limit is %,d", facts.length(), limit);
        }
    }

    /// A cancellation stopped the call.
    record Stopped(ObjectId object) implements StoreProblem {
        @Override
        public Kind kind() {
            return Kind.STOPPED;
        }
    }

    /// Every other problem. Made with [Kind#of].
    record Failure(Kind kind, ObjectId object, String detail) implements StoreProblem {}

    /// All kinds of problems; their names are the codes.
    enum Kind {
        MISSING(Severity.PERMANENT, "there is no object %1$s (any more)"),
        CHANGED(Severity.RETRYABLE, "%1$s was replaced meanwhile"),
        TOO_LARGE(Severity.PERMANENT, "%1$s has %2$s"),
        STOPPED(Severity.RETRYABLE, "stopped before %1$s was transferred"),
        /// There is no such bucket; the detail is its name.
        NO_BUCKET(Severity.CRITICAL, "there is no bucket '%2$s' (for %1$s): create it, or correct its name"),
        /// The function may not do this, or its credentials are not valid; the detail is what to do, and what the
        /// store says.
        DENIED(Severity.CRITICAL, "access to %1$s is denied: %2$s"),
        /// The function cannot use the KMS key of this one object; the detail as for [#DENIED].
        KMS_DENIED(Severity.RETRYABLE, "the function may not use the KMS key of %1$s: %2$s"),
        /// The store refuses the call itself, for example because of the key; the detail is what it says.
        REFUSED(Severity.PERMANENT, "the store refuses the call for %1$s: %2$s"),
        /// The store did not answer, or cannot serve the call now; the detail is what happened.
        UNAVAILABLE(Severity.RETRYABLE, "the store did not serve %1$s: %2$s");

        private final Severity severity;
        private final String words;

        Kind(Severity severity, String words) {
            this.severity = severity;
            this.words = words;
        }

        /// A failure of this kind.
        ///
        /// @param detail as the kind says
        public Failure of(ObjectId object, String detail) {
            return new Failure(this, object, detail);
        }
    }
}
