package renditions.local.model;

/// What a plan costs, in US dollars.
///
/// @param lambda time and invocations
/// @param s3 requests
/// @param feed messages of the queue, or the job
record Bill(double lambda, double s3, double feed) {
    /// List prices of us-east-1 for x86-64, without the free tier and without storage: "AWS Lambda pricing", "Amazon S3
    /// pricing", "Amazon SQS pricing".
    private static final double GIGABYTE_SECOND = 0.0000166667;

    private static final double INVOCATION = 0.20e-6;
    private static final double PUT = 0.005e-3;
    private static final double GET = 0.0004e-3;
    private static final double QUEUE_REQUEST = 0.40e-6;
    private static final double JOB = 0.25;
    private static final double OBJECT_OF_JOB = 1.00e-6;
    private static final double OBJECT_OF_MANIFEST = 0.015e-6;

    /// Receiving and deleting take a request for each ten messages.
    private static final double REQUESTS_FOR_RECEIVE = 0.2;

    static Bill of(Plan plan, Result result) {
        double lambda = result.busy() * plan.memory() / 1024 * GIGABYTE_SECOND + result.invocations() * INVOCATION;
        double s3 = result.done() * (plan.renditions() + 1) * PUT + 2.0 * result.receives() * GET;
        return new Bill(lambda, s3, feed(plan, result));
    }

    private static double feed(Plan plan, Result result) {
        return switch (plan.feed()) {
            case QUEUE -> (plan.uploads() + REQUESTS_FOR_RECEIVE * result.receives()) * QUEUE_REQUEST;
            case JOB -> JOB + plan.uploads() * (OBJECT_OF_JOB + OBJECT_OF_MANIFEST);
        };
    }

    double total() {
        return lambda + s3 + feed;
    }
}
