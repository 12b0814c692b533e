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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.store.ObjectId;

class ManifestTest {
    private static final String JSON = """
            {"source":{"bucket":"in","key":"a \\"b\\"/ç.jpg","version":"v1","etag":"e1","format":"gif",\
            "width":1200,"height":800},"settings":"digest","engine":"paper 1","renditions":[\
            {"name":"small","format":"webp","key":"renditions/x/small.webp","width":320,"height":213,"bytes":15},\
            {"name":"large","format":"jpeg","key":"renditions/x/large.jpg","width":1200,"height":800,"bytes":9000000000}]}\
            """;
    private static final ObjectId UPLOAD = new ObjectId("in", "a \"b\"/ç.jpg", "v1");
    private static final Manifest MANIFEST = manifest(UPLOAD);

    @Test
    void it_is_written_like_this() {
        assertThat(text(MANIFEST)).isEqualTo(JSON);
    }

    @Test
    void what_was_written_is_read_again_whole() {
        var unversioned = manifest(new ObjectId("in", "a.jpg"));

        assertThat(Manifest.read(MANIFEST.write())).contains(MANIFEST);
        assertThat(Manifest.read(unversioned.write())).contains(unversioned);
    }

    @Test
    void unknown_fields_are_ignored_wherever_they_are() {
        var later = JSON.replace("{\"", "{\"later\":{\"x\":[1,null]},\"");

        assertThat(later).isNotEqualTo(JSON);
        assertThat(read(later)).contains(MANIFEST);
    }

    @Test
    void it_covers_its_own_content_and_settings_only() {
        assertThat(MANIFEST.covers(new Source(UPLOAD, "\"e1\""), "digest")).isTrue();
        assertThat(MANIFEST.covers(new Source(UPLOAD, "e1"), "digest")).isTrue();
        assertThat(MANIFEST.covers(new Source(UPLOAD, "e2"), "digest")).isFalse();
        assertThat(MANIFEST.covers(new Source(UPLOAD, null), "digest")).isFalse();
        assertThat(MANIFEST.covers(new Source(UPLOAD, "e1"), "other")).isFalse();
        assertThat(MANIFEST.covers(new Source(new ObjectId("other", UPLOAD.key()), "e1"), "digest"))
                .isFalse();
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
        int megabyte = (int) Manifest.MAX_BYTES;

        assertThat(read("[".repeat(megabyte))).isEmpty();
        assertThat(read("{\"a\":".repeat(megabyte / 5))).isEmpty();
        assertThat(read(JSON.replace("1200", "1" + "0".repeat(megabyte)))).isEmpty();
        assertThat(Manifest.read(MemorySegment.ofArray(new byte[megabyte]))).isEmpty();
    }

    @Test
    void the_schema_of_the_docs_holds_for_what_is_written_and_for_nothing_like_it() throws IOException {
        var schema = schema();

        assertThat(schema.validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text(manifest(new ObjectId("in", "a.jpg"))), InputFormat.JSON))
                .isEmpty();
        for (var field : List.of("source", "settings", "engine", "renditions", "bucket", "etag", "name", "bytes")) {
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
        var small = new Rendition("small", Format.WEBP, "renditions/x/small.webp", new PixelSize(320, 213), 15);
        var large =
                new Rendition("large", Format.JPEG, "renditions/x/large.jpg", new PixelSize(1200, 800), 9_000_000_000L);
        var made = new Made(Format.GIF, new PixelSize(1200, 800), List.of(small, large));
        return new Manifest(upload, "\"e1\"", "digest", "paper 1", made);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/manifest.schema.json")));
    }

    private static Optional<Manifest> read(String text) {
        return Manifest.read(MemorySegment.ofArray(text.getBytes(UTF_8)));
    }

    private static String text(Manifest manifest) {
        return new String(manifest.write().toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }
}
