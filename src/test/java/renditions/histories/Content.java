package renditions.histories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import renditions.local.cloud.UploadedObject;
import renditions.testing.PlainPictures;

/// What lies at the key of an upload.
enum Content {
    RED(0xFF0000),
    GREEN(0x00FF00),
    BLUE(0x0000FF),
    /// Half of a picture, of which no rendition can be made.
    CORRUPT(-1),
    /// Nothing: the upload was removed.
    NONE(-1);

    static final List<Content> PICTURES = List.of(RED, GREEN, BLUE);

    private final int colour;

    /// @param colour of all pixels, if it is a picture
    Content(int colour) {
        this.colour = colour;
    }

    /// What is uploaded; null if nothing is.
    byte @Nullable [] bytes() {
        return switch (this) {
            case RED, GREEN, BLUE -> PlainPictures.picture(colour);
            case CORRUPT -> PlainPictures.corrupt();
            case NONE -> null;
        };
    }

    /// Whether S3 gives this ETag to what is uploaded.
    boolean hasETag(String eTag) {
        var bytes = bytes();
        return bytes != null && UploadedObject.eTag(bytes).equals(eTag);
    }

    /// Whether a rendition shows this picture.
    boolean isShownBy(byte[] rendition) {
        return PlainPictures.number(rendition) == colour;
    }
}
