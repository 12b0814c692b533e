package renditions.catalog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import renditions.json.Json;
import renditions.store.Labels;
import renditions.store.ObjectFacts;
import tools.jackson.databind.node.ObjectNode;

/// The report of an upload that no renditions can be made of, stored as JSON at [KeyLayout#report].
/// `docs/quarantine.md` describes the JSON.
///
/// @param source the event that was worked on
/// @param content what the store says of the content that was found there
/// @param firstBytes the beginning of that content, see [#firstBytes(MemorySegment)]; empty if none of it was
///     downloaded
/// @param code the kind of problem in one upper-case word
/// @param message what is wrong, for people
/// @param words what the engine says, printable and short; empty if it was not asked or says nothing
/// @param engine by name and version
/// @param at when the problem was found
public record QuarantineReport(
        Source source,
        ObjectFacts content,
        String firstBytes,
        String code,
        String message,
        String words,
        String engine,
        Instant at) {
    /// What it is stored with.
    public static final Labels LABELS = new Labels("application/json", "no-cache");

    private static final int VERSION = 1;

    /// How much of the content a report has, in bytes: enough to tell formats apart.
    private static final int MOST_FIRST_BYTES = 256;

    /// The beginning of a content in Base64.
    public static String firstBytes(MemorySegment content) {
        var first = content.asSlice(0, Math.min(content.byteSize(), MOST_FIRST_BYTES));
        return Base64.getEncoder().encodeToString(first.toArray(ValueLayout.JAVA_BYTE));
    }

    /// As it is stored.
    public MemorySegment write() {
        var root = Json.object();
        root.put("version", VERSION);
        root.put("timestamp", at.toString());
        root.put("code", code);
        root.put("message", message);
        root.put("engine", engine);
        root.put("words", words);
        root.put("deliveryId", source.delivery());
        root.put("receiveCount", source.receiveCount());
        writeUpload(root.putObject("upload"));
        root.put("firstBytes", firstBytes);
        return MemorySegment.ofArray(Json.write(root));
    }

    /// The event's, if it names this content. What else is found at the key came with another event.
    private @Nullable String sequencer() {
        boolean named = source.etag() != null && EntityTag.bare(source.etag()).equals(EntityTag.bare(content.etag()));
        return named ? source.sequencer() : null;
    }

    private void writeUpload(ObjectNode into) {
        into.put("bucket", source.object().bucket());
        into.put("key", source.object().key());
        if (content.version() != null) {
            into.put("version", content.version());
        }
        into.put("etag", EntityTag.bare(content.etag()));
        var sequencer = sequencer();
        if (sequencer != null) {
            into.put("sequencer", sequencer);
        }
        into.put("lastModified", content.modified().toString());
        into.put("bytes", content.length());
    }
}
