package renditions.store;

/// The headers that an object is stored with.
///
/// @param contentType its media type
/// @param cacheControl what caches may do with it, as in the HTTP header of that name
public record Labels(String contentType, String cacheControl) {}
