package renditions.store;

/// The result of a listing: a [Page], or the reason why there is none.
public sealed interface Listed permits Page, StoreProblem {}
