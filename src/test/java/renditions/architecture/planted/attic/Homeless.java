package renditions.architecture.planted.attic;

/// Breaks two rules: a package that nobody knows, without a description.
record Homeless() {}
