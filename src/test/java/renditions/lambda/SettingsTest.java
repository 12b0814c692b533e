package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Deadline.Margins;
import renditions.batch.FailurePolicy;
import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.Presets;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;

class SettingsTest {
    private static final Map<String, String> LEAST = Map.of("RENDITIONS_BUCKET", "out");

    @Test
    void only_the_bucket_must_be_set() {
        var settings = Settings.of(LEAST);

        assertThat(settings.job().layout())
                .isEqualTo(new KeyLayout.Stable("out", "renditions/", "manifests/", "quarantine/"));
        assertThat(settings.job().renditions()).isEqualTo(RenditionSet.parse(RenditionSet.DEFAULT));
        assertThat(settings.job().limits()).isEqualTo(ImageLimits.DEFAULT);
        assertThat(settings.job().maxUploadBytes()).isEqualTo(100_000_000);
        assertThat(settings.margins()).isEqualTo(new Margins(Duration.ofMillis(250), Duration.ofMillis(250)));
        assertThat(settings.stuck()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.policy()).isEqualTo(FailurePolicy.COLLECT);
        assertThat(settings.pictures()).isEqualTo(KeyPattern.EVERYTHING);
        assertThat(settings.job().removals()).isTrue();
        assertThat(settings.job().missing()).isEqualTo(MissingUploads.SKIP);
        assertThat(settings.job().corrupt()).isEqualTo(CorruptUploads.RETRY);
        assertThat(settings.libvips()).isNull();
    }

    @Test
    void every_setting_arrives() {
        var settings = Settings.of(Map.ofEntries(
                Map.entry("RENDITIONS_BUCKET", "out"),
                Map.entry("RENDITIONS_PREFIX", "r/"),
                Map.entry("MANIFESTS_PREFIX", "m/"),
                Map.entry("RENDITIONS", "[{\"name\": \"a\", \"width\": 1}]"),
                Map.entry("KEY_PATTERN", "*.{jpg,png}"),
                Map.entry("REMOVALS", "False"),
                Map.entry("MISSING_UPLOADS", "fail"),
                Map.entry("CORRUPT", "quarantine"),
                Map.entry("QUARANTINE_PREFIX", "q/"),
                Map.entry("MAX_UPLOAD_MB", "7"),
                Map.entry("MAX_MEGAPIXELS", "8"),
                Map.entry("MAX_MEGAPIXELS_AT_ONCE", "9"),
                Map.entry("CACHE_CONTROL", "no-store"),
                Map.entry("RESERVE_MS", "300"),
                Map.entry("GRACE_MS", " 0 "),
                Map.entry("STUCK_MS", "1500"),
                Map.entry("FAILURE_POLICY", "stop_on_critical"),
                Map.entry("MEMORY_MB", "512"),
                Map.entry("LIBVIPS", "libvips.so")));

        assertThat(settings.job().layout()).isEqualTo(new KeyLayout.Stable("out", "r/", "m/", "q/"));
        assertThat(settings.job().renditions().specs()).hasSize(1);
        assertThat(settings.presets()).isEqualTo(Presets.of(settings.job().renditions()));
        assertThat(settings.pictures()).isEqualTo(new KeyPattern("*.{jpg,png}"));
        assertThat(settings.job().removals()).isFalse();
        assertThat(settings.job().missing()).isEqualTo(MissingUploads.FAIL);
        assertThat(settings.job().corrupt()).isEqualTo(CorruptUploads.QUARANTINE);
        assertThat(settings.job().maxUploadBytes()).isEqualTo(7_000_000);
        assertThat(settings.job().limits()).isEqualTo(new ImageLimits(8_000_000, 9_000_000));
        assertThat(settings.job().cacheControl()).isEqualTo("no-store");
        assertThat(settings.margins()).isEqualTo(new Margins(Duration.ofMillis(300), Duration.ZERO));
        assertThat(settings.stuck()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.policy()).isEqualTo(FailurePolicy.STOP_ON_CRITICAL);
        assertThat(settings.memoryBytes()).isEqualTo(512_000_000);
        assertThat(settings.libvips()).isEqualTo("libvips.so");
    }

    @Test
    void renditions_may_differ_by_key() {
        var settings = Settings.of(Map.of("RENDITIONS_BUCKET", "out", "RENDITIONS", """
                [{"keys": "avatars/*", "renditions": [{"name": "face", "width": 64}]},
                 {"keys": "*", "renditions": [{"name": "page", "width": 640}]}]"""));

        assertThat(settings.presets().of("avatars/me.png").specs().getFirst().name())
                .isEqualTo("face");
        assertThat(settings.job().renditions().specs().getFirst().name()).isEqualTo("page");
    }

    @Test
    void what_never_changes_at_its_address_may_be_kept_for_ever() {
        var versioned = Map.of("RENDITIONS_BUCKET", "out", "KEY_LAYOUT", "versioned");
        var limited = Map.of("RENDITIONS_BUCKET", "out", "KEY_LAYOUT", "versioned", "CACHE_CONTROL", "no-store");

        assertThat(Settings.of(versioned).job().layout())
                .isEqualTo(new KeyLayout.Versioned("out", "renditions/", "manifests/", "quarantine/"));
        assertThat(Settings.of(versioned).job().cacheControl()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(Settings.of(limited).job().cacheControl()).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RENDITIONS_BUCKET      | ''       | is not set, allowed: the name of the bucket",
                "RENDITIONS_BUCKET      | My_Photos | is 'My_Photos', allowed: 3 to 63 of a-z, 0-9, . and -",
                "KEY_LAYOUT             | moving   | is 'moving', allowed: stable, versioned",
                "RENDITIONS_PREFIX      | /r/      | is '/r/', allowed: up to 200 of letters, digits",
                "RENDITIONS_PREFIX      | r        | is 'r', allowed: up to 200 of letters, digits",
                "RENDITIONS_PREFIX      | a/../b/  | is 'a/../b/', allowed: up to 200 of letters, digits",
                "RENDITIONS_BUCKET      | 192.168.0.1 | is '192.168.0.1', allowed: 3 to 63",
                "RENDITIONS_BUCKET      | a..b     | is 'a..b', allowed: 3 to 63",
                "CACHE_CONTROL          | no-storé | allowed: up to 200 printable ASCII characters",
                "MANIFESTS_PREFIX       | renditions/m/ | allowed: a prefix that does not begin with that of RENDITIONS_PREFIX",
                "QUARANTINE_PREFIX      | q        | is 'q', allowed: up to 200 of letters, digits",
                "QUARANTINE_PREFIX      | renditions/q/ | that of RENDITIONS_PREFIX ('renditions/') and is not its beginning",
                "QUARANTINE_PREFIX      | manifests/ | that of MANIFESTS_PREFIX ('manifests/') and is not its beginning",
                "RENDITIONS             | [{}]     | is '[{}]': rendition 1: width and height are not set, allowed: one or both",
                "RENDITIONS             | [{\"keys\":\"*\"}] | : preset 1: renditions is not set, allowed: a JSON array",
                "MAX_UPLOAD_MB          | 0        | is '0', allowed: a whole number from 1 to 1000",
                "MAX_UPLOAD_MB          | 1001     | is '1001', allowed: a whole number from 1 to 1000",
                "MAX_UPLOAD_MB          | ten      | is 'ten', allowed: a whole number from 1 to 1000",
                "MAX_UPLOAD_MB          | -5       | is '-5', allowed: a whole number from 1 to 1000",
                "MAX_MEGAPIXELS         | 99999999999 | is '99999999999', allowed: a whole number from 1 to 1000",
                "RESERVE_MS             | 19       | is '19', allowed: a whole number from 20 to 30000",
                "GRACE_MS               | 30001    | is '30001', allowed: a whole number from 0 to 30000",
                "FAILURE_POLICY         | later    | allowed: COLLECT, FAIL_FAST, STOP_ON_CRITICAL, ORDERED",
                "LOG_LEVEL              | loud     | is 'loud', allowed: ERROR, WARN, INFO, DEBUG, TRACE",
                "MEMORY_MB              | 63       | is '63', allowed: a whole number from 64 to 10240",
                "KEY_PATTERN            | *.jpg,*.png | is '*.jpg,*.png', allowed: up to 200 characters that a whole key",
                "REMOVALS               | off      | is 'off', allowed: true, false",
                "MISSING_UPLOADS        | ignore   | is 'ignore', allowed: SKIP, FAIL",
                "CORRUPT                | delete   | is 'delete', allowed: retry, quarantine",
                "UPLOADS_BUCKET         | no bucket| is 'no bucket', allowed: 3 to 63",
                "UPLOADS_BUCKET         | out      | allowed: another bucket, or an UPLOADS_PREFIX that overlaps none of",
            })
    void a_wrong_value_is_refused_with_its_name_itself_and_what_is_allowed(String name, String value, String message) {
        var environment = new HashMap<>(LEAST);
        environment.put(name, value);

        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .message()
                .startsWith("the setting ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"renditions/inbox/", "manifests/inbox/", "quarantine/inbox/", "quar"})
    void uploads_below_our_own_prefix_are_refused_they_would_all_be_skipped(String prefix) {
        var environment = new HashMap<>(LEAST);
        environment.put("UPLOADS_BUCKET", "out");
        environment.put("UPLOADS_PREFIX", prefix);

        assertThatThrownBy(() -> Settings.of(environment)).hasMessageContaining("overlaps none of");
    }

    @Test
    void half_of_the_functions_memory_is_for_pictures() {
        var environment = new HashMap<>(LEAST);
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008");

        assertThat(Settings.of(environment).memoryBytes()).isEqualTo(1_504_000_000);
    }

    @Test
    void one_bucket_for_both_is_allowed_where_no_rendition_triggers_the_function() {
        var environment = new HashMap<>(LEAST);
        environment.put("UPLOADS_BUCKET", "out");
        environment.put("UPLOADS_PREFIX", "inbox/");

        assertThat(Settings.of(environment).job().layout().bucket()).isEqualTo("out");
    }

    /// The README's table has a row for each setting: its name first, what is allowed last.
    @ParameterizedTest
    @ValueSource(strings = {"KEY_LAYOUT", "CORRUPT", "REMOVALS", "MISSING_UPLOADS", "FAILURE_POLICY", "LOG_LEVEL"})
    void what_is_allowed_is_written_as_in_the_readme(String name) throws IOException {
        var row = Pattern.compile("(?m)^\\| `" + name + "` \\|.*\\| ([^|]*) \\|$")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(row.find()).isTrue();
        var environment = new HashMap<>(LEAST);
        environment.put(name, "another");

        assertThatThrownBy(() -> Settings.of(environment))
                .message()
                .satisfies(message -> assertThat(message.substring(message.indexOf("allowed: ") + 9)
                                .split(", ", -1))
                        .containsExactlyInAnyOrder(row.group(1).replace("`", "").split(", ", -1)));
    }

    /// Somebody's shell may have any of them. `LIBVIPS` is the build's own.
    @Test
    void the_build_keeps_every_setting_of_the_shell_from_the_tests() throws IOException {
        var build = Files.readString(Path.of("pom.xml"));
        var kept =
                Pattern.compile("<settings.variables>(.*)</settings.variables>").matcher(build);
        assertThat(kept.find()).isTrue();

        assertThat(kept.group(1).split(",")).containsAll(variables());
    }

    private static Set<String> variables() {
        var asked = new TreeSet<String>();
        var given = Map.of("RENDITIONS_BUCKET", "out", "UPLOADS_BUCKET", "out", "UPLOADS_PREFIX", "inbox/");
        Settings.of(new AbstractMap<>() {
            @Override
            public @Nullable String get(@Nullable Object name) {
                asked.add(String.valueOf(name));
                return given.get(name);
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return given.entrySet();
            }
        });
        asked.remove("LIBVIPS");
        return asked;
    }
}
