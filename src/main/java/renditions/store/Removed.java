package renditions.store;

/// The result of a deletion: [Gone], or the reason why the object may still be there.
public sealed interface Removed permits Gone, StoreProblem {}
