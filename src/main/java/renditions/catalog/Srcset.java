package renditions.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.RenditionSpec;

/// The values of HTML's `srcset` attribute for one upload: the renditions that show the whole picture, by their
/// widths. Addresses are absolute paths below the root of the rendition bucket, percent-encoded.
final class Srcset {
    private static final String SEPARATOR = ", "; // addresses have no comma

    private Srcset() {}

    /// For each format its renditions from the narrowest to the widest, each width once; formats without any are
    /// left out.
    ///
    /// @param set what says which kinds show the whole picture
    static Map<Format, String> of(RenditionSet set, List<Rendition> renditions) {
        var whole = set.specs().stream()
                .filter(spec -> spec.fit().keepsPicture())
                .map(RenditionSpec::name)
                .collect(Collectors.toSet());
        var byWidth = new EnumMap<Format, Map<Integer, Rendition>>(Format.class);
        renditions.stream()
                .filter(rendition -> whole.contains(rendition.name()))
                .sorted(Comparator.comparingLong(Rendition::bytes))
                .forEach(rendition -> byWidth.computeIfAbsent(rendition.format(), _ -> new TreeMap<>())
                        .putIfAbsent(rendition.size().width(), rendition));
        var all = new EnumMap<Format, String>(Format.class);
        byWidth.forEach((format, candidates) -> all.put(
                format, candidates.values().stream().map(Srcset::candidate).collect(Collectors.joining(SEPARATOR))));
        return all;
    }

    /// The same without the renditions that are not among these.
    static Map<Format, String> only(Map<Format, String> srcset, List<Rendition> kept) {
        var candidates = kept.stream().map(Srcset::candidate).collect(Collectors.toSet());
        var left = new EnumMap<Format, String>(Format.class);
        srcset.forEach((format, value) -> {
            var others = Stream.of(value.split(SEPARATOR))
                    .filter(candidates::contains)
                    .collect(Collectors.joining(SEPARATOR));
            if (!others.isEmpty()) {
                left.put(format, others);
            }
        });
        return left;
    }

    private static String candidate(Rendition rendition) {
        return address(rendition.key()) + " " + rendition.size().width() + "w";
    }

    // Form encoding leaves only characters that no address needs to escape, and has `+` for the space. Slashes
    // separate.
    private static String address(String key) {
        var encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return "/" + encoded.replace("+", "%20").replace("%2F", "/");
    }
}
