package renditions.telemetry;

/// What the image engine really takes of the memory that pixels are budgeted with, in bytes, in this process alone.
///
/// @param held what it counts when the record is made
/// @param peak the most that it counted at once since the process began
/// @param budgeted the most that was held of the budget for pixels at once since the process began
public record EngineMemory(long held, long peak, long budgeted) {}
