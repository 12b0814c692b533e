package renditions.local.report;

import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import renditions.image.Format;

/// One upload for the template of the contact sheet; the method names are the template's words. All text is
/// harmless to look at; the template escapes it.
///
/// @param number its number, from 1, in the order of the batch
/// @param embedded the renditions that are embedded in the page; the others are only described
/// @param whole how long the run took, which is the length of the time line
record Card(int number, RunItem item, Set<RunPicture> embedded, Duration whole) {
    /// Makes the card of an item.
    ///
    /// @param allowance how many bytes of renditions it may embed; it embeds the smallest first
    static Card of(int number, RunItem item, long allowance, Duration whole) {
        var embedded = new HashSet<RunPicture>();
        long left = allowance;
        var smallestFirst = item.renditions().stream()
                .sorted(Comparator.comparingInt(picture -> picture.bytes().length))
                .toList();
        for (var picture : smallestFirst) {
            left -= picture.bytes().length;
            if (left < 0) {
                break;
            }
            embedded.add(picture);
        }
        return new Card(number, item, embedded, whole);
    }

    /// The key up to its last slash, inclusive.
    String folder() {
        return harmless(item.key().substring(0, item.key().lastIndexOf('/') + 1));
    }

    /// The key after its last slash.
    String name() {
        return harmless(item.key().substring(item.key().lastIndexOf('/') + 1));
    }

    String status() {
        return item.status().word();
    }

    String sign() {
        return item.status().sign(true);
    }

    /// The name of the status in the style sheet.
    String style() {
        return item.status().name().toLowerCase(Locale.ROOT);
    }

    String why() {
        return harmless(item.why());
    }

    boolean hasWhy() {
        return !item.why().isEmpty();
    }

    /// Size, length and time of the upload, each only if it is known.
    List<String> facts() {
        var size = item.size().map(pixels -> pixels.width() + " \u00D7 " + pixels.height());
        var time = Optional.of(item.took()).filter(took -> !took.isZero()).map(Words::millis);
        return List.of(size, Optional.of(Words.bytes(item.bytes())), time).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// The upload, or its largest embedded rendition; empty for an upload that failed. A list of one or none,
    /// because the template knows no optionals.
    List<Shown> shown() {
        if (isFailed()) {
            return List.of();
        }
        return item
                .preview()
                .map(preview -> new Shown(preview.format(), preview.bytes(), "", name()))
                .or(() -> largest().map(this::inPlaceOf))
                .stream()
                .toList();
    }

    boolean isPlaceholder() {
        return shown().isEmpty();
    }

    boolean isFailed() {
        return item.status() == ItemStatus.FAILED;
    }

    List<Figure> figures() {
        return item.renditions().stream()
                .map(it -> new Figure(it, embedded.contains(it), name()))
                .toList();
    }

    boolean hasFigures() {
        return !item.renditions().isEmpty();
    }

    /// The journey of its delivery, as a picture.
    Journey.Track track() {
        return item.journey().track(whole);
    }

    /// The journey of its delivery, in words.
    String way() {
        return item.journey().sentence();
    }

    private Optional<RunPicture> largest() {
        return embedded.stream().max(Comparator.comparingLong(it -> it.size().pixels()));
    }

    private Shown inPlaceOf(RunPicture rendition) {
        String note = "shown as its rendition " + rendition.name();
        return new Shown(rendition.format(), rendition.bytes(), note, name() + ", " + note);
    }

    private static String harmless(String text) {
        return Harmless.text(text, true);
    }

    private static String data(Format format, byte[] bytes) {
        return "data:" + format.contentType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /// The picture that stands for an upload.
    ///
    /// @param note says what it is, if it is not the upload itself
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shown(Format format, byte[] bytes, String note, String alt) {
        String source() {
            return data(format, bytes);
        }

        boolean hasNote() {
            return !note.isEmpty();
        }
    }

    /// One rendition.
    record Figure(RunPicture picture, boolean isEmbedded, String of) {
        String source() {
            return data(picture.format(), picture.bytes());
        }

        String name() {
            return picture.name();
        }

        String alt() {
            return of + ", rendition " + picture.name() + " as "
                    + picture.format().id();
        }

        int width() {
            return picture.size().width();
        }

        int height() {
            return picture.size().height();
        }

        String format() {
            return picture.format().id().toUpperCase(Locale.ROOT);
        }

        String bytes() {
            return Words.bytes(picture.bytes().length);
        }
    }
}
