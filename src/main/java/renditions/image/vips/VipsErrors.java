package renditions.image.vips;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// libvips' error texts.
///
/// libvips has one buffer of them for the whole process, so a job may read the texts of another, or find its own
/// taken: they are a detail for people.
///
/// Source: libvips `error.c`.
final class VipsErrors {
    /// Characters of a detail; the rest is cut off.
    static final int LONGEST = 200;

    private static final Pattern PATH = Pattern.compile("(?<![\\w.])/[^\\s\"':,;]+");
    private static final Pattern NO_TEXT = Pattern.compile("[^\\x21-\\x7e]+");

    /// AVIF leaves many of these, whether it is damaged or not.
    private static final String CHATTER = "source: bad seek";

    private final VipsCalls vips;
    private final GObjects objects;

    VipsErrors(VipsCalls vips, GObjects objects) {
        this.vips = vips;
        this.objects = objects;
    }

    /// The texts since the last call, and forgets them.
    String take() {
        var text = vips.takeErrors();
        try {
            return scrubbed(CFunctions.text(text));
        } finally {
            objects.free(text);
        }
    }

    /// Forgets the texts of earlier jobs, before a job begins. Pictures that are read well leave texts, too.
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
