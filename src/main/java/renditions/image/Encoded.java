package renditions.image;

/// The result of encoding: an [EncodedPicture], or the reason why there is none.
public sealed interface Encoded permits EncodedPicture, ImageProblem {}
