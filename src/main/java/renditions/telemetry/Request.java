package renditions.telemetry;

/// What Lambda calls an invocation, for finding its other lines.
///
/// @param id the request id
/// @param function the function's name
/// @param version the function's version
public record Request(String id, String function, String version) {}
