package renditions.architecture.planted.batch;

/// Keeps the rules.
public interface Cancellation {}
