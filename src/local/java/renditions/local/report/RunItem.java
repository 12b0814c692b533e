package renditions.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import renditions.image.PixelSize;

/// What became of one item: an upload, or what a message held instead.
///
/// @param key as the uploader named it: hostile
/// @param code the kind of problem it failed with, as the runbook names it; empty where there is none
/// @param why one sentence for people; empty where there is nothing to say. As hostile as the key
/// @param size upright, in pixels; empty where it could not be found out
/// @param bytes how long the upload is
/// @param took from its start to its end; zero where it never began
/// @param preview the upload itself, where a browser can show it
/// @param renditions in the order they were asked for; empty unless it was made
/// @param journey the way of its message
public record RunItem(
        String key,
        ItemStatus status,
        String code,
        String why,
        Optional<PixelSize> size,
        long bytes,
        Duration took,
        Optional<Preview> preview,
        List<RunPicture> renditions,
        Journey journey) {
    public RunItem {
        renditions = List.copyOf(renditions);
    }
}
