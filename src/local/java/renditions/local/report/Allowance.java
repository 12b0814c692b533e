package renditions.local.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// How many bytes of renditions, before their encoding as text, a card may embed.
record Allowance(long bytes) {
    /// The renditions that are embedded: the smallest, as many as there is room for.
    Set<RunPicture> embedded(RunItem item) {
        var embedded = new HashSet<RunPicture>();
        long left = bytes;
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
        return embedded;
    }
}
