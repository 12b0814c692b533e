package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// The fields of an event that go into requests to S3. What could be no such thing is refused.
final class ObjectFields {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /// ETags and version ids are opaque. Other characters than these could end the HTTP header that they are sent
    /// in.
    private static final Pattern OPAQUE = Pattern.compile("[!-~]{1,1024}");

    /// The sequencers of S3 have 16 to 18 digits.
    private static final Pattern SEQUENCER = Pattern.compile("[0-9A-Fa-f]{1,64}");

    private ObjectFields() {}

    static String bucket(String name) throws Misread {
        if (!BUCKET.matcher(name).matches()) {
            throw new Misread("'" + Excerpt.of(name) + "' is not the name of a bucket");
        }
        return name;
    }

    /// @param text the key as the event has it
    static String key(String text, Spelling spelling) throws Misread {
        try {
            var key = spelling.key(text);
            if (key.getBytes(UTF_8).length > ObjectId.LONGEST_KEY_BYTES) {
                throw new Misread("it is longer than " + ObjectId.LONGEST_KEY_BYTES + " bytes");
            }
            return key;
        } catch (Misread problem) {
            throw new Misread("the key '" + Excerpt.of(text) + "' is unusable: " + problem.reason());
        }
    }

    /// The version; null for "null", which is S3's version of objects that are older than the bucket's versioning.
    static @Nullable String version(JsonObject object, String field) throws Misread {
        var version = opaque(object, field);
        return "null".equals(version) ? null : version;
    }

    static @Nullable String opaque(JsonObject object, String field) throws Misread {
        var text = object.optionalText(field);
        if (text != null && !OPAQUE.matcher(text).matches()) {
            throw new Misread("the " + field + " '" + Excerpt.of(text) + "' is not 1 to 1024 visible ASCII characters");
        }
        return text;
    }

    /// The sequencer; null for a text that cannot be one, because such an event has no order either.
    static @Nullable String sequencer(JsonObject object) throws Misread {
        var sequencer = object.optionalText("sequencer");
        return sequencer != null && SEQUENCER.matcher(sequencer).matches() ? sequencer.toUpperCase(Locale.ROOT) : null;
    }

    /// The upload, or an entry that asks for nothing if the object only stands for a folder.
    static Entry unlessFolder(Upload upload) {
        var key = upload.object().key();
        return Folder.is(key, upload.size().orElse(-1)) ? folder(key) : upload;
    }

    /// The removal, or an entry that asks for nothing if the object only stood for a folder. Its event has no size,
    /// so a key that ends in a slash may have been a picture's.
    static Entry unlessFolder(Removal removal) {
        var key = removal.object().key();
        return key.endsWith(Folder.HADOOP) ? folder(key) : removal;
    }

    private static Entry folder(String key) {
        return new Entry.Ignored(
                "'" + Excerpt.of(key) + "' stands for a folder, as the S3 console and Hadoop make them: no upload");
    }
}
