package renditions.local.model;

/// Uploads that all wait at the beginning, and how they are worked on.
///
/// @param feed who hands them to the function
/// @param uploads how many, 1 or more
/// @param batch the most uploads of an invocation, 1 to 10,000; Batch Operations hands over one
/// @param concurrency the most invocations at once, 1 or more
/// @param timeout the function's time-out, in seconds
/// @param visibility the queue's visibility time-out, in seconds; at least the time-out
/// @param receives how often a message is received before it is a dead letter, 1 or more
/// @param memory the function's memory, in MB, 128 to 10,240
/// @param cores the processors of an invocation, 1 or more
/// @param compute the time that one core takes for an upload, the mean in seconds
/// @param spread the standard deviation of that time's logarithm; 0 makes all uploads alike
/// @param network the time in which an upload waits for S3 and takes no core, in seconds
/// @param overhead the time of an invocation besides its uploads, in seconds
/// @param corrupt the share of uploads that fail at each receive, 0 to 1
/// @param flaky the share of uploads that fail at their first receive only, 0 to 1; none is both
/// @param renditions how many files are stored for an upload, the manifest not counted
/// @param seed where the random numbers begin
record Plan(
        Feed feed,
        long uploads,
        int batch,
        int concurrency,
        double timeout,
        double visibility,
        int receives,
        int memory,
        int cores,
        double compute,
        double spread,
        double network,
        double overhead,
        double corrupt,
        double flaky,
        int renditions,
        long seed) {
    /// Who hands uploads to the function.
    enum Feed {
        /// The event source mapping of a queue. What is not acknowledged is redelivered after the visibility time-out.
        QUEUE,
        /// S3 Batch Operations. What may succeed later is tried again at once, as often as the queue would; what cannot
        /// succeed is in the report.
        JOB
    }

    /// The template's defaults, and photos of 13 megapixels with eight renditions each.
    static final Plan USUAL =
            new Plan(Feed.QUEUE, 1_000_000, 10, 10, 60, 420, 5, 3538, 2, 0.222, 0.8, 0.2, 0.02, 0.001, 0.001, 8, 18);

    Plan {
        require(uploads >= 1, "uploads must be 1 or more");
        require(batch >= 1 && batch <= 10_000, "batch must be 1 to 10000");
        require(feed == Feed.QUEUE || batch == 1, "batch must be 1 for a job");
        require(concurrency >= 1, "concurrency must be 1 or more");
        require(timeout > 0 && visibility >= timeout, "timeout must be above 0 and at most visibility");
        require(receives >= 1, "receives must be 1 or more");
        require(memory >= 128 && memory <= 10_240, "memory must be 128 to 10240");
        require(cores >= 1, "cores must be 1 or more");
        require(
                compute > 0 && spread >= 0 && network >= 0 && overhead >= 0,
                "compute must be above 0, and spread, network and overhead 0 or more");
        require(
                corrupt >= 0 && flaky >= 0 && corrupt + flaky <= 1,
                "corrupt and flaky must be shares that are 1 at most together");
        require(renditions >= 1, "renditions must be 1 or more");
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /// How the attempts at an upload end. The shares are kept exactly, and spread evenly.
    ///
    /// @param number of the upload, from 0 on
    Message.Kind kind(long number) {
        if (isHit(number, corrupt)) {
            return Message.Kind.CORRUPT;
        }
        return isHit(number, corrupt + flaky) ? Message.Kind.FLAKY : Message.Kind.SOUND;
    }

    private static boolean isHit(long number, double share) {
        return Math.floor((number + 1) * share) > Math.floor(number * share);
    }

    /// The plan for another number of uploads.
    Plan of(long number) {
        return new Plan(
                feed,
                number,
                batch,
                concurrency,
                timeout,
                visibility,
                receives,
                memory,
                cores,
                compute,
                spread,
                network,
                overhead,
                corrupt,
                flaky,
                renditions,
                seed);
    }
}
