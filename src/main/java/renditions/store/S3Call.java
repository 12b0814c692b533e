package renditions.store;

/// The kinds of calls to S3, as far as errors have different meanings for them.
enum S3Call {
    /// GET and HEAD.
    READ("s3:GetObject"),
    /// PUT.
    WRITE("s3:PutObject"),
    /// PUT, if a condition holds.
    WRITE_IF("s3:PutObject"),
    /// DELETE.
    REMOVE("s3:DeleteObject"),
    /// A listing.
    LIST("s3:ListBucket");

    private final String action;

    S3Call(String action) {
        this.action = action;
    }

    static S3Call writing(Condition condition) {
        return condition instanceof Condition.Always ? WRITE : WRITE_IF;
    }

    /// The permission that it needs, as IAM names it ("Required permissions for Amazon S3 API operations" of the S3
    /// user guide).
    String permission(ObjectId object) {
        return object.version() == null ? action : action + "Version";
    }
}
