package renditions.telemetry;

import renditions.batch.BytePermits;

/// A budget of native memory, in bytes.
///
/// @param held what is held when the record is made; 0 unless work is still running
/// @param peak the most that was held at once since the previous record
/// @param total the whole budget
public record Budget(long held, long peak, long total) {
    /// The use of these permits since this was last called.
    public static Budget of(BytePermits permits) {
        return new Budget(permits.held(), permits.takePeak(), permits.total());
    }
}
