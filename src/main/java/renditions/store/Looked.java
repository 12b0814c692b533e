package renditions.store;

/// The result of a look at an object: the [ObjectFacts], or the reason why there are none.
public sealed interface Looked permits ObjectFacts, StoreProblem {}
