package renditions.store;

/// What an upload gives: the [Receipt], or why nothing was stored.
public sealed interface Written permits Receipt, StoreProblem {}
