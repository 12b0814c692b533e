package renditions.store;

/// The result of a download: the [StoredObject], or the reason why there is none.
public sealed interface Fetched permits StoredObject, StoreProblem {}
