package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.PixelSize;

final class ReplacementTest {
    private static final Duration END = Duration.ofSeconds(4);
    private static final ReplacementLines LINES = new ReplacementLines(new Terminal(false, false, true));

    @Test
    void it_says_which_content_came_first_and_what_is_there_in_the_end() {
        var replacement = replacement(content("aa.jpg", 0, 4, made()), content("bb.jpg", 1, 3, made()));
        assertThat(LINES.lines(replacement))
                .containsExactly(
                        "then inbox/key.jpg, replaced while its batch runs:",
                        "  at 0.0 s aa.jpg is uploaded",
                        "  at 1.0 s its batch is about to store the first rendition when bb.jpg replaces it",
                        "  at 3.0 s the batch of bb.jpg is answered: made",
                        "  at 4.0 s the batch of aa.jpg is answered: its rendition came late and covered a newer one,"
                                + " and its commit was refused, so it made the renditions of bb.jpg again",
                        "  in the end 1 rendition and the manifest are of bb.jpg, none of aa.jpg: nothing is stale");
        assertThat(page(replacement))
                .contains(
                        "<article id=\"upload-1\" class=\"made\"",
                        "<b>aa.jpg</b> came first",
                        "<b>bb.jpg</b> replaced it")
                .contains("<figure class=\"shown old\"><img src=\"data:image/jpeg;base64,YWEuanBn\" alt=\"aa.jpg\"")
                .contains("<figure class=\"shown\"><img src=\"data:image/jpeg;base64,YmIuanBn\" alt=\"bb.jpg\"")
                .contains("<i class=\"sent\" style=\"left: 25.00%\"></i>")
                .contains("<p>uploaded at 1.0 s, received once, at 1.0 s, then deleted</p>")
                .contains("<li><b>3.0 s</b> <span>the batch of bb.jpg is answered: made</span></li>")
                .contains("none of aa.jpg: nothing is stale</bdi></p>", "<b>small</b>8 \u00D7 8<br>PNG, 4 B");
    }

    @Test
    void the_head_of_the_page_counts_it_as_it_was_in_the_end() {
        assertThat(page(replacement(
                        content("aa.jpg", 0, 4, other(ItemStatus.SKIPPED, "")), content("b", 1, 3, made()))))
                .contains("1 upload, 1 rendition, 8.0 s from the first upload", "<b>1</b> made")
                .doesNotContain("</b> skipped");
    }

    @Test
    void what_is_stale_is_never_hidden() {
        var first = content("aa.jpg", 0, 4, made());
        var stale = new Replacement(
                first, Optional.of(content("bb.jpg", 1, 3, made())), List.of("small as png", "the manifest"), END);
        assertThat(LINES.lines(stale))
                .contains("  at 4.0 s the batch of aa.jpg is answered: made")
                .endsWith("  in the end stale: small as png, the manifest");
        assertThat(page(stale))
                .contains("<article id=\"upload-1\" class=\"failed\"")
                .doesNotContain("nothing is stale");
    }

    @Test
    void contents_that_failed_say_why() {
        var failed = replacement(
                content("aa.jpg", 0, 4, other(ItemStatus.SKIPPED, "superseded")),
                content("bb.jpg", 1, 3, other(ItemStatus.FAILED, "the picture is damaged")));
        assertThat(LINES.lines(failed))
                .endsWith(
                        "  at 3.0 s the batch of bb.jpg is answered: failed, the picture is damaged",
                        "  at 4.0 s the batch of aa.jpg is answered: skipped, superseded",
                        "  bb.jpg has no renditions");
        assertThat(page(failed)).contains("<article id=\"upload-1\" class=\"failed\"");
    }

    @Test
    void one_that_was_never_replaced_says_so() {
        var alone = new Replacement(
                content("aa.jpg", 0, 4, other(ItemStatus.FAILED, "denied")), Optional.empty(), List.of(), END);
        assertThat(LINES.lines(alone))
                .endsWith(
                        "  at 4.0 s the batch of aa.jpg is answered: failed, denied",
                        "  aa.jpg was not replaced: its batch stored no rendition");
        assertThat(page(alone)).contains("aa.jpg was not replaced").doesNotContain("class=\"shown old\"");
    }

    @Test
    void hostile_text_stays_text() {
        var hostile = replacement(
                content("<b>\u001B[2J", 0, 4, other(ItemStatus.FAILED, "\u202E<script>")), content("b", 1, 3, made()));
        assertThat(String.join("\n", LINES.lines(hostile))).contains("<U+001B>[2J", "<U+202E>");
        assertThat(page(hostile))
                .contains("&lt;b&gt;&lt;U+001B&gt;[2J", "&lt;U+202E&gt;&lt;script&gt;")
                .doesNotContain("<script", "\u001B", "\u202E");
    }

    private record Ending(ItemStatus status, String why, List<RunPicture> renditions) {}

    private static Ending made() {
        var small = new RunPicture("small", Format.PNG, new PixelSize(8, 8), new byte[4]);
        return new Ending(ItemStatus.MADE, "", List.of(small));
    }

    private static Ending other(ItemStatus status, String why) {
        return new Ending(status, why, List.of());
    }

    /// A content that was uploaded and answered at these seconds.
    private static Replacement.Content content(String name, int uploaded, int answered, Ending ending) {
        var stop = new Journey.Stop(Duration.ofSeconds(uploaded), Duration.ofSeconds(answered), ending.status());
        var item = new RunItem(
                "inbox/key.jpg",
                ending.status(),
                "",
                ending.why(),
                Optional.of(new PixelSize(16, 16)),
                5,
                Duration.ofSeconds(1),
                Optional.of(new Preview(Format.JPEG, name.getBytes(UTF_8))),
                Optional.empty(),
                ending.renditions(),
                new Journey(List.of(stop), Place.DELETED),
                Optional.empty());
        return new Replacement.Content(name, Duration.ofSeconds(uploaded), item);
    }

    private static Replacement replacement(Replacement.Content first, Replacement.Content second) {
        return new Replacement(first, Optional.of(second), List.of(), END);
    }

    private static String page(Replacement replacement) {
        var page = new StringWriter();
        ContactSheet.write(new Run("run", "upload", List.of(), END, List.of(), "libvips 8").and(replacement), page);
        return page.toString();
    }
}
