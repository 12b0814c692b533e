package renditions.local.replay;

import java.nio.file.Path;
import java.util.stream.Collectors;
import renditions.local.replay.Replayed.Unplayed;
import renditions.local.report.Harmless;
import renditions.store.ObjectId;

/// An upload whose picture is not in the folder, in words.
record MissingPicture(PictureFolder folder, ObjectId object) {
    Unplayed entry() {
        var places = folder.places(object.key());
        if (places.isEmpty()) {
            return new Unplayed(
                    object.toString(),
                    "no picture: no file in " + folder.folder() + " can have its name",
                    "Look at the message: a key like this is hardly a picture's.");
        }
        var tried = places.stream().map(Path::toString).collect(Collectors.joining(" and "));
        return new Unplayed(
                object.toString(),
                "no picture: looked for " + tried,
                download(places.getFirst()) + ", and replay again. If S3 no longer has it, drop the message.");
    }

    private String download(Path to) {
        var from = "s3://" + object.bucket() + "/" + object.key();
        return isTypable(from) && isTypable(to.toString())
                ? "Download it with: aws s3 cp " + quoted(from) + " " + quoted(to.toString())
                : "Download it to one of these names, which hold characters that are written out here";
    }

    /// Whether a terminal shows the text as it is.
    private static boolean isTypable(String text) {
        return Harmless.text(text, true).equals(text);
    }

    /// The text as one word of a shell.
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
