package renditions.telemetry;

/// What Lambda calls an invocation; its other log lines are found by it.
///
/// @param id the request id
/// @param function the function's name
/// @param version the function's version
public record Request(String id, String function, String version) {}
