package renditions.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import renditions.image.PixelSize;
import renditions.image.Placeholder;

/// The result of one item: an upload, or another entry of a delivery.
///
/// @param key the uploader's key: hostile
/// @param code the code of its problem, as in the runbook; empty if there is none
/// @param why the reason in one sentence for people; empty if there is none. As hostile as the key
/// @param size the upload's size, upright, in pixels; empty if unknown
/// @param bytes the length of the upload
/// @param took the time from its start to its end; zero if it never began
/// @param preview the upload itself, if a browser can show it
/// @param placeholder what a page can show meanwhile; empty unless it was made
/// @param renditions in the order of the settings; empty unless they were made
/// @param journey the journey of its delivery
/// @param report empty unless it was quarantined
public record RunItem(
        String key,
        ItemStatus status,
        String code,
        String why,
        Optional<PixelSize> size,
        long bytes,
        Duration took,
        Optional<Preview> preview,
        Optional<Placeholder> placeholder,
        List<RunPicture> renditions,
        Journey journey,
        Optional<RunReport> report) {
    public RunItem {
        renditions = List.copyOf(renditions);
    }
}
