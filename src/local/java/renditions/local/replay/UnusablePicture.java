package renditions.local.replay;

import java.util.Locale;
import java.util.regex.Pattern;
import renditions.local.replay.Picture.NoRoom;
import renditions.local.replay.Picture.Refused;
import renditions.local.replay.Picture.TooLarge;
import renditions.local.replay.Replayed.Unplayed;
import renditions.store.ObjectId;

/// An upload whose picture is in the folder and was not uploaded, in words.
final class UnusablePicture {
    /// "General purpose bucket naming rules" of the S3 user guide. Some old buckets have other names.
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private UnusablePicture() {}

    static Unplayed entry(ObjectId upload, Refused picture) {
        return new Unplayed(
                upload.toString(),
                picture.why(),
                BUCKET.matcher(upload.bucket()).matches()
                        ? "Its picture is in the folder, but the embedded S3 treats keys as paths: try this key on AWS."
                        : "The embedded S3 takes only bucket names that a new bucket can have (3 to 63 of a-z, 0-9, . and"
                                + " -): write another name into the message, and replay again.");
    }

    static Unplayed entry(ObjectId upload, TooLarge picture) {
        return new Unplayed(
                upload.toString(),
                String.format(
                        Locale.ROOT,
                        "%s has %,d bytes, more than the %,d of MAX_UPLOAD_MB: the function would refuse it as TOO_LARGE",
                        picture.file(),
                        picture.bytes(),
                        picture.most()),
                "If such pictures are wanted, raise MAX_UPLOAD_MB. Otherwise drop the message.");
    }

    static Unplayed entry(ObjectId upload, NoRoom picture) {
        return new Unplayed(
                upload.toString(),
                String.format(
                        Locale.ROOT,
                        "no room: %s has %,d bytes, and the memory for all pictures of a replay is %,d",
                        picture.file(),
                        picture.bytes(),
                        picture.room()),
                "Replay fewer messages at once.");
    }
}
