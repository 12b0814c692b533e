package renditions.telemetry;

import renditions.batch.BytePermits;

/// A budget of native memory, in bytes.
///
/// @param held when the record is made; 0 unless work is still running
/// @param peak the most that was held at once since the record before
/// @param total what may be held
public record Budget(long held, long peak, long total) {
    /// How much of these permits was used since this was last asked.
    public static Budget of(BytePermits permits) {
        return new Budget(permits.held(), permits.takePeak(), permits.total());
    }
}
