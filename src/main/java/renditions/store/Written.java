package renditions.store;

/// The result of a PUT: the [Receipt], or the reason why nothing was stored.
public sealed interface Written permits Receipt, StoreProblem {}
