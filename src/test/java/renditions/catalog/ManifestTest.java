package renditions.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.store.ObjectId;

class ManifestTest {
    private static final String SHA = "5f".repeat(32);
    private static final String JSON = """
            {"version":2,"revision":3,"source":{"bucket":"in","key":"a \\"b\\"/ç.jpg","version":"v1","etag":"e1",\
            "sequencer":"0A","lastModified":"2026-05-02T09:41:07Z","format":"gif","width":1200,"height":800},\
            "settings":"digest","engine":"paper 1",\
            "placeholder":{"thumbHash":"3OcRJYB4d3h/iIeHeEh3eIhw+j3A","colour":"#3366cc"},"renditions":[\
            {"name":"small","format":"webp","key":"renditions/x/small.webp","width":320,"height":213,"bytes":15,\
            "sha256":"SHA","etag":"r1"},\
            {"name":"large","format":"jpeg","key":"renditions/x/large.jpg","width":1200,"height":800,\
            "bytes":9000000000,"sha256":"SHA","etag":"r2"}],\
            "srcset":{"jpeg":"/renditions/x/large.jpg 1200w","webp":"/renditions/x/small.webp 320w"}}\
            """.replace("SHA", SHA);
    private static final ObjectId UPLOAD = new ObjectId("in", "a \"b\"/ç.jpg", "v1");
    private static final Placeholder PLACEHOLDER = new Placeholder("3OcRJYB4d3h/iIeHeEh3eIhw+j3A", "#3366cc");
    private static final RenditionSet RENDITIONS =
            RenditionSet.parse("[{\"name\": \"small\", \"width\": 320}, {\"name\": \"large\", \"width\": 1200}]");
    private static final Manifest MANIFEST = manifest(UPLOAD);

    @Test
    void it_is_written_like_this() {
        assertThat(text(MANIFEST)).isEqualTo(JSON);
    }

    @Test
    void what_was_written_is_read_again_whole() {
        var unversioned = manifest(new ObjectId("in", "a.jpg"));

        assertThat(Known.read(MANIFEST.write())).contains(MANIFEST);
        assertThat(Known.read(unversioned.write())).contains(unversioned);
    }

    @Test
    void unknown_fields_are_ignored_wherever_they_are() {
        var later = JSON.replace("{\"", "{\"later\":{\"x\":[1,null]},\"");

        assertThat(later).isNotEqualTo(JSON);
        assertThat(read(later)).contains(MANIFEST);
    }

    @Test
    void a_tombstone_is_read_as_it_was_written_and_shorter_than_any_manifest() {
        var tombstone = new Tombstone(Long.MAX_VALUE - 1, "0123456789ABCDEF0123456789ABCDEF");

        assertThat(text(tombstone))
                .isEqualTo("{\"version\":2,\"revision\":9223372036854775806,\"removed\":true,"
                        + "\"sequencer\":\"0123456789ABCDEF0123456789ABCDEF\"}")
                .hasSizeLessThan(256);
        assertThat(Known.read(tombstone.write())).contains(tombstone);
        assertThat(Known.read(new Tombstone(1, null).write())).contains(new Tombstone(1, null));
        assertThat(text(manifest(new ObjectId("i", "a")))).hasSizeGreaterThan(256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"revision\":0,\"removed\":true",
                "\"revision\":9223372036854775807,\"removed\":true",
                "\"revision\":3,\"removed\":false",
                "\"revision\":3,\"removed\":null",
                "\"revision\":3,\"removed\":true,\"sequencer\":7",
                "\"revision\":3,\"removed\":true,\"sequencer\":\"\"",
                "\"revision\":3,\"removed\":true,\"sequencer\":\"ZZZZZZZZZZZZZZZZ\"",
            })
    void a_field_of_the_wrong_type_or_range_makes_it_no_tombstone_of_ours(String fields) {
        assertThat(read("{\"version\":2," + fields + "}")).isEmpty();
    }

    @Test
    void keys_and_sequencers_are_read_up_to_their_longest() {
        var key = "\"key\":\"renditions/x/small.webp\"";

        assertThat(read(JSON.replace(key, "\"key\":\"" + "ç".repeat(512) + "\"")))
                .isPresent();
        assertThat(read(JSON.replace(key, "\"key\":\"" + "ç".repeat(512) + "a\"")))
                .isEmpty();
        assertThat(read(JSON.replace("\"0A\"", "\"" + "aF".repeat(32) + "\""))).isPresent();
        assertThat(read(JSON.replace("\"0A\"", "\"" + "0".repeat(65) + "\""))).isEmpty();
    }

    @Test
    void it_is_written_again_with_the_later_order_and_never_alike() {
        var again = MANIFEST.again(new Source(UPLOAD, "e1", OptionalLong.empty(), "0B", 1));

        assertThat(again.sequencer()).isEqualTo("0B");
        assertThat(again.revision()).isEqualTo(4);
        assertThat(again.made()).isEqualTo(MANIFEST.made());
        assertThat(MANIFEST.again(new Source(UPLOAD, "e1")).sequencer()).isEqualTo("0A");
        assertThat(text(MANIFEST.again(new Source(UPLOAD, "e1")))).isNotEqualTo(text(MANIFEST));
    }

    @Test
    void a_manifest_of_version_1_counts_as_none() {
        assertThat(read("""
                {"source":{"bucket":"in","key":"a.jpg","etag":"e1","format":"gif","width":1200,"height":800},\
                "settings":"digest","engine":"paper 1","renditions":[]}""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"width\":1200           | \"width\":\"1200\"",
                "\"width\":1200           | \"width\":null",
                "\"width\":1200           | \"width\":12.5",
                "\"width\":1200           | \"width\":0",
                "\"width\":1200           | \"width\":-1",
                "\"width\":1200           | \"width\":2147483648",
                "\"width\":1200           | \"width\":1e400",
                "\"width\":1200           | \"width\":1200,\"width\":1200",
                "\"bytes\":15             | \"bytes\":-1",
                "\"bytes\":15             | \"bytes\":99999999999999999999",
                "\"bytes\":15             | \"bytes\":true",
                "\"bytes\":15             | \"size\":15",
                "\"format\":\"webp\"      | \"format\":\"bmp\"",
                "\"format\":\"webp\"      | \"format\":[\"webp\"]",
                "\"bucket\":\"in\"        | \"bucket\":\"\"",
                "\"bucket\":\"in\"        | \"bucket\":{}",
                "\"version\":\"v1\"       | \"version\":1",
                "\"settings\":\"digest\"  | \"settings\":5",
                "\"engine\":\"paper 1\",  | ``",
                "\"renditions\":[         | \"renditions\":1,\"r\":[",
                "\"renditions\":[         | \"renditions\":[[],",
                "\"source\":{             | \"source\":null,\"s\":{",
                "\"version\":2            | \"version\":3",
                "\"version\":2            | \"version\":\"2\"",
                "\"revision\":3           | \"revision\":0",
                "\"revision\":3           | \"revision\":1.5",
                "\"revision\":3           | \"revision\":9223372036854775807",
                "\"sequencer\":\"0A\"     | \"sequencer\":7",
                "\"sequencer\":\"0A\"     | \"sequencer\":\"\"",
                "\"sequencer\":\"0A\"     | \"sequencer\":\"ZZZZZZZZZZZZZZZZ\"",
                "\"key\":\"renditions/x/small.webp\" | \"key\":\"\"",
                "\"lastModified\":\"2026  | \"lastModified\":\"26",
                "\"etag\":\"r1\"          | \"etag\":null",
                "\"thumbHash\":\"3      | \"thumbHash\":\"!",
                "\"thumbHash\":\"3      | \"thumbHash\":5,\"t\":\"",
                "\"colour\":\"#         | \"colour\":\"",
                "\"placeholder\":{      | \"placeholder\":[],\"p\":{",
                "\"renditions\":[         | \"renditions\":[],\"r\":[",
                "\"name\":\"small\"       | \"name\":\"\"",
                "\"sha256\":\"5f         | \"sha256\":\"5F",
                "\"sha256\":\"5f         | \"sha256\":\"",
                "\"srcset\":{             | \"srcset\":{\"avif\":null,",
                "\"srcset\":{             | \"srcset\":[],\"s\":{",
                "\"srcset\":{\"jpeg\":   | \"srcset\":{\"jpeg\":1,\"j\":",
            })
    void a_field_of_the_wrong_type_or_range_makes_it_no_manifest_of_ours(String right, String wrong) {
        assertThat(JSON).contains(right);
        assertThat(read(JSON.replaceFirst(Pattern.quote(right), wrong))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "1", "\"source\"", "[]", "{}", "{not JSON", "\uFEFF{}"})
    void anything_else_is_no_manifest_of_ours(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void a_megabyte_of_anything_is_no_manifest_of_ours() {
        int megabyte = (int) Known.MAX_BYTES;

        assertThat(read("[".repeat(megabyte))).isEmpty();
        assertThat(read("{\"a\":".repeat(megabyte / 5))).isEmpty();
        assertThat(read(JSON.replace("1200", "1" + "0".repeat(megabyte)))).isEmpty();
        assertThat(Known.read(MemorySegment.ofArray(new byte[megabyte]))).isEmpty();
    }

    @Test
    void the_schema_of_the_docs_holds_for_what_is_written_and_for_nothing_like_it() throws IOException {
        var schema = schema();

        assertThat(schema.validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text(manifest(new ObjectId("in", "a.jpg"))), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(text(new Tombstone(1, null)), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(text(new Tombstone(1, "0A")), InputFormat.JSON))
                .isEmpty();
        for (var field : List.of(
                "version",
                "revision",
                "source",
                "settings",
                "engine",
                "placeholder",
                "thumbHash",
                "colour",
                "renditions",
                "srcset",
                "bucket",
                "lastModified",
                "name",
                "bytes",
                "sha256")) {
            var without = JSON.replace("\"" + field + "\":", "\"other\":");
            assertThat(schema.validate(without, InputFormat.JSON)).as(field).isNotEmpty();
        }
    }

    @Test
    void the_example_of_the_docs_holds_to_the_schema_and_is_read() throws IOException {
        var page = Files.readString(Path.of("docs/manifest.md"));
        var example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));

        assertThat(schema().validate(example, InputFormat.JSON)).isEmpty();
        assertThat(read(example)).isPresent();
    }

    private static Manifest manifest(ObjectId upload) {
        var small = new Rendition(
                "small", Format.WEBP, "renditions/x/small.webp", new PixelSize(320, 213), 15, SHA, "\"r1\"");
        var large = new Rendition(
                "large", Format.JPEG, "renditions/x/large.jpg", new PixelSize(1200, 800), 9_000_000_000L, SHA, "r2");
        var made = new Made(Format.GIF, new PixelSize(1200, 800), PLACEHOLDER, List.of(small, large));
        var origin = new Origin(upload, "\"e1\"", "0A", Instant.parse("2026-05-02T09:41:07Z"));
        return Manifest.of(RENDITIONS, origin, "digest", "paper 1", made, 3);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/manifest.schema.json")));
    }

    private static Optional<Known> read(String text) {
        return Known.read(MemorySegment.ofArray(text.getBytes(UTF_8)));
    }

    private static String text(Known known) {
        return new String(known.write().toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }
}
