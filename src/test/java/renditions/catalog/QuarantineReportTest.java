package renditions.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;

class QuarantineReportTest {
    private static final String JSON = """
            {"version":1,"timestamp":"2026-11-24T21:07:36.497Z","code":"CORRUPT","message":"the picture is damaged: cut",\
            "engine":"paper 1","words":"cut","deliveryId":"m3","receiveCount":2,\
            "upload":{"bucket":"in","key":"a \\"b\\"/ç.jpg","version":"v1","etag":"e1","sequencer":"0A",\
            "lastModified":"2026-11-24T21:07:35Z","bytes":9000000000},"firstBytes":"/9j/4A=="}\
            """;

    @Test
    void it_is_written_like_this() {
        assertThat(text(report("v1", "0A"))).isEqualTo(JSON);
    }

    @Test
    void what_nobody_knows_is_left_out() {
        assertThat(text(report(null, null))).doesNotContain("v1", "sequencer");
    }

    @Test
    void the_order_is_that_of_an_event_about_this_very_content_or_left_out() {
        assertThat(text(report("e1", "v1", "0A"))).contains("\"sequencer\":\"0A\"");
        assertThat(text(report("e2", "v1", "0A"))).doesNotContain("sequencer");
        assertThat(text(report(null, "v1", "0A"))).doesNotContain("sequencer");
    }

    @Test
    void the_schema_of_the_docs_holds_for_what_is_written_and_for_nothing_like_it() throws IOException {
        var schema = schema();

        assertThat(schema.validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text(report(null, null)), InputFormat.JSON)).isEmpty();
        for (var field : List.of(
                "version",
                "timestamp",
                "code",
                "message",
                "engine",
                "words",
                "deliveryId",
                "receiveCount",
                "upload",
                "bucket",
                "key",
                "etag",
                "lastModified",
                "bytes",
                "firstBytes")) {
            var without = JSON.replaceFirst("\"" + field + "\":", "\"other\":");
            assertThat(schema.validate(without, InputFormat.JSON)).as(field).isNotEmpty();
        }
    }

    @Test
    void the_example_of_the_docs_holds_to_the_schema() throws IOException {
        var page = Files.readString(Path.of("docs/quarantine.md"));
        var example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));

        assertThat(schema().validate(example, InputFormat.JSON)).isEmpty();
    }

    private static QuarantineReport report(@Nullable String version, @Nullable String sequencer) {
        return report("\"e1\"", version, sequencer);
    }

    /// @param etag that the event names
    private static QuarantineReport report(
            @Nullable String etag, @Nullable String version, @Nullable String sequencer) {
        var upload = new ObjectId("in", "a \"b\"/ç.jpg", "v0");
        var facts = new ObjectFacts("\"e1\"", 9_000_000_000L, Instant.parse("2026-11-24T21:07:35Z"), version, Map.of());
        return new QuarantineReport(
                new Source(upload, etag, OptionalLong.empty(), sequencer, 2, "m3"),
                facts,
                "/9j/4A==",
                "CORRUPT",
                "the picture is damaged: cut",
                "cut",
                "paper 1",
                Instant.parse("2026-11-24T21:07:36.497Z"));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/quarantine.schema.json")));
    }

    private static String text(QuarantineReport report) {
        return new String(report.write().toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }
}
