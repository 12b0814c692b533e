package renditions.image.vips;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// libvips' words about what went wrong.
///
/// They are kept in one buffer for the whole process, so a job may read words of a job beside it, or find its own
/// taken: they are a detail for people.
///
/// Source: libvips `error.c`.
final class VipsErrors {
    /// Characters of a detail, more is cut off.
    static final int LONGEST = 200;

    private static final Pattern PATH = Pattern.compile("(?<![\\w.])/[^\\s\"':,;]+");
    private static final Pattern NO_TEXT = Pattern.compile("[^\\x21-\\x7e]+");

    /// Left in thousands by AVIF, good or bad.
    private static final String CHATTER = "source: bad seek";

    private final VipsCalls vips;
    private final GObjects objects;

    VipsErrors(VipsCalls vips, GObjects objects) {
        this.vips = vips;
        this.objects = objects;
    }

    /// What was said since this was asked last.
    String take() {
        var text = vips.takeErrors();
        try {
            return scrubbed(CFunctions.text(text));
        } finally {
            objects.free(text);
        }
    }

    /// Before a job begins: what earlier ones left is none of its business. Pictures that are read well leave
    /// words, too.
    void forget() {
        objects.free(vips.takeErrors());
    }

    /// The failure that a function of libvips just reported.
    VipsFailure failure() {
        return new VipsFailure(take());
    }

    /// Fit for logs and reports: one line of printable ASCII, nothing twice, without paths, at most [#LONGEST]
    /// characters.
    static String scrubbed(String text) {
        var line = text.lines()
                .map(words -> NO_TEXT.matcher(words).replaceAll(" ").strip())
                .filter(words -> !words.isEmpty() && !words.startsWith(CHATTER))
                .distinct()
                .collect(Collectors.joining("; "));
        var anonymous = PATH.matcher(line).replaceAll("...");
        return anonymous.length() <= LONGEST ? anonymous : anonymous.substring(0, LONGEST - 3) + "...";
    }
}
