package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/// The order in which S3 lists keys: that of their bytes in UTF-8. Java's own order of texts differs for the
/// characters from U+E000 on. Directory buckets have no order.
public final class KeyOrder {
    public static final Comparator<String> UTF_8_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private KeyOrder() {}
}
