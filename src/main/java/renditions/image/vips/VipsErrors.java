package renditions.image.vips;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// libvips' error texts.
///
/// libvips has one buffer of them for the whole process, so a job may read the texts of another job, or miss its
/// own. So they are only a detail for people.
///
/// Source: libvips `error.c`.
final class VipsErrors {
    /// The most characters of a detail; the rest is cut off.
    static final int LONGEST = 200;

    private static final Pattern PATH = Pattern.compile("(?<![\\w.])/[^\\s\"':,;]+");
    private static final Pattern NO_TEXT = Pattern.compile("[^\\x21-\\x7e]+");

    /// The AVIF decoder leaves many of these, for damaged and sound pictures alike.
    private static final String CHATTER = "source: bad seek";

    private final VipsCalls vips;
    private final GObjects objects;

    VipsErrors(VipsCalls vips, GObjects objects) {
        this.vips = vips;
        this.objects = objects;
    }

    /// Takes the texts since the last call.
    String take() {
        var text = vips.takeErrors();
        try {
            return scrubbed(CFunctions.text(text));
        } finally {
            objects.free(text);
        }
    }

    /// Drops the texts of earlier jobs, before a job begins. Sound pictures leave texts, too.
    void forget() {
        objects.free(vips.takeErrors());
    }

    /// The failure that a function of libvips just reported.
    VipsFailure failure() {
        return new VipsFailure(take());
    }

    /// Makes a text fit for logs and reports: one line of printable ASCII, no part twice, without paths, at most
    /// [#LONGEST] characters.
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
