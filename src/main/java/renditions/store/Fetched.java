package renditions.store;

/// What a download gives: the [StoredObject], or why there is none.
public sealed interface Fetched permits StoredObject, StoreProblem {}
