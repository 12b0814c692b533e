package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;

final class ContactSheetTest {
    private static final Journey.Stop FIRST = new Journey.Stop(Duration.ZERO, Duration.ofSeconds(1), ItemStatus.MADE);
    private static final Journey ONCE = new Journey(List.of(FIRST), Place.DELETED);
    private static final Journey TWICE = new Journey(
            List.of(
                    new Journey.Stop(Duration.ZERO, Duration.ofSeconds(1), ItemStatus.FAILED),
                    new Journey.Stop(Duration.ofSeconds(2), Duration.ofMillis(2010), ItemStatus.FAILED)),
            Place.DEAD_LETTERS);
    private static final List<RunPicture> RENDITIONS = List.of(
            picture("thumb", "little".getBytes(UTF_8)),
            new RunPicture("card", Format.WEBP, new PixelSize(640, 427), "larger".getBytes(UTF_8)));
    private static final Placeholder PLACEHOLDER = new Placeholder("3OcRJYB4d3h/iIeHeEh3eIhw+j3A", "#3366cc");
    private static final Pattern SOURCE = Pattern.compile("src=\"([^\"]*)\"");

    @Test
    void the_page_needs_nothing_but_itself() {
        String page = page(made("a.jpg"), failed("b.jpg", "the picture is damaged"));
        assertThat(SOURCE.matcher(page).results())
                .hasSize(4)
                .allMatch(it -> it.group(1).startsWith("data:image/"));
        assertThat(page).doesNotContain("<script", "<link", "@import", "url(", "http://", "https://", "href=\"http");
        assertThat(page).contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    }

    @Test
    void a_made_upload_shows_itself_and_its_renditions() {
        String page = page(made("inbox/a.jpg"));
        assertThat(page)
                .contains("<span>inbox/</span><bdi>a.jpg</bdi>")
                .contains("src=\"" + data("image/jpeg", "upload") + "\" alt=\"a.jpg\"")
                .contains("src=\"" + data("image/jpeg", "little")
                        + "\" alt=\"a.jpg, rendition thumb as jpeg\" width=\"200\" height=\"133\"")
                .contains("src=\"" + data("image/webp", "larger") + "\"")
                .contains("<div class=\"well\" style=\"background: #3366cc\"><img src=\"data:image/png;base64,")
                .contains("alt=\"a.jpg, placeholder\"", "<b>placeholder</b>#3366cc<br><span>ThumbHash 21 B</span>")
                .contains("<b>thumb</b>200 \u00D7 133<br>JPEG, 6 B")
                .contains("<span>1600 \u00D7 1067</span><span>6 B</span><span>84 ms</span>");
    }

    @Test
    void without_a_preview_the_largest_rendition_stands_for_the_upload() {
        String page = page(made("a.tif", Optional.empty(), Optional.empty(), RENDITIONS));
        assertThat(page)
                .contains("src=\"" + data("image/webp", "larger") + "\" alt=\"a.tif, shown as its rendition card\"")
                .contains("<figcaption>shown as its rendition card</figcaption>");
    }

    @Test
    void a_failed_upload_is_a_placeholder_with_its_reason_even_if_it_looks_like_a_picture() {
        String page = page(failed("b.jpg", "the picture is damaged: premature end"));
        assertThat(page)
                .contains("role=\"img\" aria-label=\"no picture of b.jpg\"")
                .contains("<p class=\"why\"><bdi>the picture is damaged: premature end</bdi></p>")
                .doesNotContain("<img");
    }

    @Test
    void a_report_is_a_link_that_holds_it() {
        var item = SampleItems.item("q.jpg", ItemStatus.QUARANTINED, "", "no picture", SampleItems.DELETED);
        var report = new RunReport("s3://r/quarantine/<q>.jpg/e1.json", "{ }".getBytes(UTF_8));
        assertThat(page(SampleItems.reported(item, report)))
                .contains("<a href=\"" + data("application/json", "{ }")
                        + "\" download=\"e1.json\"><bdi>s3://r/quarantine/" + "&lt;q&gt;.jpg/e1.json</bdi></a>");
        assertThat(page(item)).doesNotContain("download");
    }

    @Test
    void the_way_of_a_message_is_drawn_and_said() {
        assertThat(page(made("a.jpg")))
                .contains("<i class=\"made\" style=\"left: 0.00%; width: 25.00%\">1</i></div>")
                .contains("<p>received once, at 0.0 s, then deleted</p>");
        assertThat(page(failed("b.jpg", "why")))
                .contains("<i class=\"wait\" style=\"left: 25.00%; width: 75.00%\"></i>")
                .contains("<i class=\"failed\" style=\"left: 0.00%; width: 25.00%\">1</i>")
                .contains("<i class=\"failed\" style=\"left: 50.00%; width: 0.25%\">2</i><i class=\"dead\"></i></div>")
                .contains("<p>received 2 times, at 0.0 s and 2.0 s, then moved to the dead-letter queue</p>");
    }

    @Test
    void a_receive_is_drawn_with_the_share_that_was_acknowledged() {
        var first = new RunReceive(1, Duration.ofSeconds(1), Duration.ofSeconds(2), 5, List.of(2), "{}", "");
        var second = new RunReceive(2, Duration.ofSeconds(3), Duration.ofSeconds(4), 1, List.of(0), "{}", "");
        assertThat(write(new Run(
                        "run", "upload", List.of(), Duration.ofSeconds(4), List.of(first, second), "libvips 8")))
                .contains("style=\"left: 25.00%; width: 25.00%; --deleted: 80%\">1</i>")
                .contains("style=\"left: 75.00%; width: 25.00%; --deleted: 0%\">2</i>")
                .contains("</b> at 1.0 s: 5 messages, answered in 1,000 ms, 4 deleted, 1 not acknowledged</p>");
    }

    @Test
    void hostile_keys_and_reasons_stay_text() {
        String key = "in\"box/x' onerror='alert(1)<script>alert(1)</script>{{reply}}.jpg";
        String page = page(made(key), failed(key, "</p><script>alert(2)</script>"));
        assertThat(page)
                .doesNotContain("<script", "onerror='", "</p><s")
                .contains("&lt;script&gt;alert(1)&lt;")
                .contains("{{reply}}.jpg");
    }

    @Test
    void hostile_directions_and_controls_are_written_out() {
        assertThat(page(failed("\u202Egpj.exe", "a\u001B[2Jb")))
                .contains("&lt;U+202E&gt;gpj.exe", "a&lt;U+001B&gt;[2Jb")
                .doesNotContain("\u202E", "\u001B");
    }

    @Test
    void the_answer_is_shown_and_escaped() {
        var receive = new RunReceive(
                1, Duration.ZERO, Duration.ofMillis(5), 0, List.of(), "{\n  \"a\": \"<b>\"\n}\n", "it threw <i>");
        String page = write(new Run("run", "upload", List.of(), Duration.ofMillis(5), List.of(receive), "libvips 8"));
        assertThat(page)
                .contains("<code>{\n  &quot;a&quot;: &quot;&lt;b&gt;&quot;\n}</code>")
                .contains("no messages, it threw &lt;i&gt;, after 5 ms")
                .contains("no uploads, no renditions, 0.0 s from")
                .contains("with libvips 8.");
    }

    @Test
    void counts_of_statuses_are_named_and_drawn() {
        String page = page(made("a"), made("b"), failed("c", "x"));
        assertThat(page)
                .contains("style=\"flex-grow: 2\"", "<b>2</b> made", "<b>1</b> failed")
                .doesNotContain("</b> skipped");
    }

    @Test
    void a_long_page_lists_its_problems_first_and_describes_what_it_cannot_hold() {
        var items = IntStream.range(0, 1000)
                .mapToObj(i -> i == 500 ? failed("odd.jpg", "why") : heavy(i + ".jpg"))
                .toList();
        String page = write(new Run("many", "upload", items, Duration.ofMillis(5), List.of(), "libvips 8"));
        assertThat(page)
                .contains("<a href=\"#upload-501\">odd.jpg</a> <span>failed: why</span>")
                .contains("id=\"upload-1000\"")
                .contains("not on this page");
        assertThat((long) page.length()).isLessThan(ContactSheet.ALLOWANCE * 4 / 3 + 5_000_000);
        assertThat(SOURCE.matcher(page).results().count())
                .as("the smallest rendition of each, as its own and for the upload")
                .isEqualTo(2 * 999);
    }

    private static RunItem made(String key) {
        return made(key, preview(), Optional.of(PLACEHOLDER), RENDITIONS);
    }

    private static RunItem made(
            String key, Optional<Preview> preview, Optional<Placeholder> placeholder, List<RunPicture> renditions) {
        var size = Optional.of(new PixelSize(1600, 1067));
        var took = Duration.ofMillis(84);
        return new RunItem(
                key, ItemStatus.MADE, "", "", size, 6, took, preview, placeholder, renditions, ONCE, Optional.empty());
    }

    private static RunItem heavy(String key) {
        return made(
                key,
                Optional.empty(),
                Optional.empty(),
                List.of(picture("thumb", new byte[10_000]), picture("card", new byte[90_000])));
    }

    private static RunPicture picture(String name, byte[] bytes) {
        return new RunPicture(name, Format.JPEG, new PixelSize(200, 133), bytes);
    }

    private static RunItem failed(String key, String why) {
        var took = Duration.ofMillis(2);
        return new RunItem(
                key,
                ItemStatus.FAILED,
                "",
                why,
                Optional.empty(),
                6,
                took,
                preview(),
                Optional.empty(),
                List.of(),
                TWICE,
                Optional.empty());
    }

    private static Optional<Preview> preview() {
        return Optional.of(new Preview(Format.JPEG, "upload".getBytes(UTF_8)));
    }

    private static String page(RunItem... items) {
        return write(new Run("run", "upload", List.of(items), Duration.ofSeconds(4), List.of(), "libvips 8"));
    }

    private static String write(Run run) {
        var page = new StringWriter();
        ContactSheet.write(run, page);
        return page.toString();
    }

    private static String data(String type, String content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
    }
}
