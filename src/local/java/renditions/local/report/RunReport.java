package renditions.local.report;

/// The report of an upload that was quarantined.
///
/// @param address where it was stored; as hostile as the key that is in it
/// @param json the report as it was stored; not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RunReport(String address, byte[] json) {}
