package renditions.image;

/// What encoding gives: an [EncodedPicture], or why there is none.
public sealed interface Encoded permits EncodedPicture, ImageProblem {}
