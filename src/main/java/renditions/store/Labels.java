package renditions.store;

import java.util.Map;
import java.util.regex.Pattern;

/// The headers that an object is stored with.
///
/// @param contentType its media type
/// @param cacheControl what caches may do with it, as in the HTTP header of that name
/// @param metadata the user metadata (`x-amz-meta-*`), by names without that prefix: lower-case letters, digits and
///     hyphens; the values are printable ASCII without a space at either end, for HTTP changes everything else;
///     together at most [#MOST_METADATA_BYTES]
public record Labels(String contentType, String cacheControl, Map<String, String> metadata) {
    /// What S3 takes of user metadata, names and values together, in bytes ("Working with object metadata" of the
    /// S3 user guide).
    public static final int MOST_METADATA_BYTES = 2048;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /// @throws IllegalArgumentException for metadata that would not come back as it is
    public Labels {
        metadata = Map.copyOf(metadata);
        metadata.forEach(Labels::check);
        int bytes = metadata.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (bytes > MOST_METADATA_BYTES) {
            throw new IllegalArgumentException(
                    "the metadata have " + bytes + " bytes, allowed: " + MOST_METADATA_BYTES);
        }
    }

    /// Labels without metadata.
    public Labels(String contentType, String cacheControl) {
        this(contentType, cacheControl, Map.of());
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "no store returns the metadata '" + name + "' = '" + value + "' as it is");
        }
    }
}
