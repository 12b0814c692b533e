package renditions.local;

/// A file to be uploaded: its name and its bytes.
///
/// @param bytes not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Upload(String name, byte[] bytes) {}
