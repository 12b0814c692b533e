package renditions.image;

/// What decoding or resizing gives: a [Picture], or why there is none.
public sealed interface Rendered permits Picture, ImageProblem {}
