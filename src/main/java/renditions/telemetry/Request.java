package renditions.telemetry;

/// Lambda's names of an invocation; its other log lines have the same request id.
///
/// @param id the request id
/// @param function the function's name
/// @param version the function's version
public record Request(String id, String function, String version) {}
