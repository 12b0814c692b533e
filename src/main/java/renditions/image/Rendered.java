package renditions.image;

/// The result of decoding or resizing: a [Picture], or the reason why there is none.
public sealed interface Rendered permits Picture, ImageProblem {}
