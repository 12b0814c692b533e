package renditions.image;

/// What a look at the header gives: the [Header], or why the picture is refused.
public sealed interface Probed permits Header, ImageProblem {}
