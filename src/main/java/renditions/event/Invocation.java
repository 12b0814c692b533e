package renditions.event;

/// What the function was invoked with, told apart by its content. Each kind is answered in its own way.
public sealed interface Invocation permits SqsBatch {}
