package renditions.architecture.planted.event;

import software.amazon.awssdk.services.s3.S3Client;

/// Breaks a rule: a library.
record CallsS3(S3Client client) {}
