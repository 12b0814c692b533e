package renditions.interleaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import renditions.testing.MemoryStore;

/// An object in a [World]. All of its bytes are text.
record Thing(String text, Map<String, String> metadata) {
    /// As S3 has it: the same bytes have the same entity tag.
    String etag() {
        return MemoryStore.etag(text.getBytes(UTF_8));
    }
}
