package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// The object of a notification's record (S3 user guide, "Event message structure").
///
/// @param s3 the part `s3` of the record
record NotifiedObject(JsonObject s3) {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /// ETags and version ids are opaque. Other characters than these could end the HTTP header that they are sent
    /// in.
    private static final Pattern OPAQUE = Pattern.compile("[!-~]{1,1024}");

    /// The sequencers of S3 have 16 to 18 digits.
    private static final Pattern SEQUENCER = Pattern.compile("[0-9A-Fa-f]{1,64}");

    /// The entry of a created object.
    ///
    /// @param doubtful as in [Upload]
    Entry created(boolean doubtful) throws Misread {
        var object = s3.object("object");
        var upload = new Upload(
                id(object), opaque(object, "eTag"), object.optionalCount("size"), sequencer(object), doubtful);
        var key = upload.object().key();
        return Folder.is(key, upload.size().orElse(-1)) ? folder(key) : upload;
    }

    /// The entry of a removed object. Its event has no size, so a key that ends in a slash may have been a
    /// picture's.
    Entry removed() throws Misread {
        var object = s3.object("object");
        var removal = new Removal(id(object), sequencer(object));
        var key = removal.object().key();
        return key.endsWith(Folder.HADOOP) ? folder(key) : removal;
    }

    private static Entry folder(String key) {
        return new Entry.Ignored(
                "'" + Excerpt.of(key) + "' stands for a folder, as the S3 console and Hadoop make them: no upload");
    }

    private ObjectId id(JsonObject object) throws Misread {
        return new ObjectId(bucket(s3.object("bucket")), key(object), version(object));
    }

    private static String bucket(JsonObject bucket) throws Misread {
        var name = bucket.text("name");
        if (!BUCKET.matcher(name).matches()) {
            throw new Misread("'" + Excerpt.of(name) + "' is not the name of a bucket");
        }
        return name;
    }

    private static String key(JsonObject object) throws Misread {
        var encoded = object.text("key");
        try {
            var key = FormEncoding.decode(encoded);
            if (key.getBytes(UTF_8).length > ObjectId.LONGEST_KEY_BYTES) {
                throw new Misread("it is longer than " + ObjectId.LONGEST_KEY_BYTES + " bytes");
            }
            return key;
        } catch (Misread problem) {
            throw new Misread("the key '" + Excerpt.of(encoded) + "' is unusable: " + problem.reason());
        }
    }

    /// The version; null for "null", which is S3's version of objects that are older than the bucket's versioning.
    private static @Nullable String version(JsonObject object) throws Misread {
        var version = opaque(object, "versionId");
        return "null".equals(version) ? null : version;
    }

    /// The sequencer; null for a text that cannot be one, because such an event has no order either.
    private static @Nullable String sequencer(JsonObject object) throws Misread {
        var sequencer = object.optionalText("sequencer");
        return sequencer != null && SEQUENCER.matcher(sequencer).matches() ? sequencer.toUpperCase(Locale.ROOT) : null;
    }

    private static @Nullable String opaque(JsonObject object, String field) throws Misread {
        var text = object.optionalText(field);
        if (text != null && !OPAQUE.matcher(text).matches()) {
            throw new Misread("the " + field + " '" + Excerpt.of(text) + "' is not 1 to 1024 visible ASCII characters");
        }
        return text;
    }
}
