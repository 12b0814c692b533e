package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/// How a source names and encodes what it says of an object.
enum Spelling {
    /// A notification of S3 (S3 user guide, "Event message structure"): the key is form-encoded.
    NOTIFICATION("eTag", "versionId") {
        @Override
        String key(String text) throws Misread {
            return FormEncoding.decode(text);
        }
    },
    /// An event of EventBridge (S3 user guide, "EventBridge event message structure"): the key is as it is.
    EVENT_BRIDGE("etag", "version-id") {
        @Override
        String key(String text) throws Misread {
            try {
                UTF_8.newEncoder().encode(CharBuffer.wrap(text));
                return text;
            } catch (CharacterCodingException problem) {
                throw new Misread("it is not UTF-8");
            }
        }
    };

    /// The name of the field with the ETag.
    final String etag;

    /// The name of the field with the version.
    final String version;

    Spelling(String etag, String version) {
        this.etag = etag;
        this.version = version;
    }

    /// The key that is written like this.
    ///
    /// @throws Misread if it cannot be a key
    abstract String key(String text) throws Misread;
}
