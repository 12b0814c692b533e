package renditions.local.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One upload for the template of the contact sheet; the method names are the template's words. All text is
/// harmless to look at; the template escapes it.
///
/// @param number its number, from 1, in the order of the batch
/// @param embedded the renditions that are embedded in the page; the others are only described
/// @param whole how long the run took, which is the length of the time line
record Card(int number, RunItem item, Set<RunPicture> embedded, Duration whole) {
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
        return item.status().style();
    }

    String why() {
        return harmless(item.why());
    }

    boolean hasWhy() {
        return !item.why().isEmpty();
    }

    /// The report of an upload that was quarantined, as a link; one or none.
    List<ReportLink> report() {
        return item.report().map(ReportLink::new).stream().toList();
    }

    /// Size, length and time of the upload, each only if it is known.
    List<String> facts() {
        var size = item.size().map(pixels -> pixels.width() + " \u00D7 " + pixels.height());
        var time = Optional.of(item.took()).filter(took -> !took.isZero()).map(Words::millis);
        return List.of(size, Optional.of(Words.bytes(item.bytes())), time).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// The upload, or its largest embedded rendition; empty for an upload that failed or is at fault. A list of one
    /// or none, because the template knows no optionals.
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
        return item.status() == ItemStatus.FAILED || item.status() == ItemStatus.QUARANTINED;
    }

    List<Figure> figures() {
        return item.renditions().stream()
                .map(it -> new Figure(it, embedded.contains(it), name()))
                .toList();
    }

    /// The placeholder, drawn; one or none.
    List<Blurred> placeholder() {
        return item.placeholder().map(it -> new Blurred(it, name())).stream().toList();
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
}
