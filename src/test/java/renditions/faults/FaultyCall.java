package renditions.faults;

/// A call to S3 that the work on an upload makes, a column of the page.
enum FaultyCall {
    READ_MANIFEST("manifest GET", "GET", "/renditions/manifests/%s"),
    READ_UPLOAD("upload GET", "GET", "/uploads/%s"),
    WRITE_RENDITION("rendition PUT", "PUT", "/renditions/renditions/%s/small.webp"),
    WRITE_MANIFEST("manifest PUT", "PUT", "/renditions/manifests/%s");

    private final String title;
    private final String method;
    private final String path;

    FaultyCall(String title, String method, String path) {
        this.title = title;
        this.method = method;
        this.path = path;
    }

    /// For people.
    String title() {
        return title;
    }

    /// The HTTP method.
    String method() {
        return method;
    }

    /// Bucket and key as in a URL.
    ///
    /// @param upload its key
    String path(String upload) {
        return path.formatted(upload);
    }

    /// Whether its answer has a body, errors included.
    boolean isAnsweredWithABody() {
        return !method.equals("HEAD");
    }

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /// The permission that it needs, as IAM names it.
    String permission() {
        return switch (method) {
            case "PUT" -> "s3:PutObject";
            case "DELETE" -> "s3:DeleteObject";
            default -> "s3:GetObject";
        };
    }
}
