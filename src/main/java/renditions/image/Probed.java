package renditions.image;

/// The result of reading the header: the [Header], or the reason why the picture is refused.
public sealed interface Probed permits Header, ImageProblem {}
