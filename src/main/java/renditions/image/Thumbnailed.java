package renditions.image;

/// The result of making a thumbnail: a [Thumbnail], or the reason why there is none.
public sealed interface Thumbnailed permits Thumbnail, ImageProblem {}
