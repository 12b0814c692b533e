package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.catalog.Made;
import renditions.image.PixelSize;
import renditions.local.cloud.UploadedObject;
import renditions.testing.LocalFunction;

/// The main job, and faults of its uploads, on real HTTP and real pixels.
class MainJobIT {
    private static final Path EVENTS = Path.of("events");
    private static final String SMALL = "[{\"name\": \"small\", \"width\": 64, \"formats\": [\"webp\"]}]";

    private final LocalFunction function = new LocalFunction(Map.of("RENDITIONS", SMALL));

    @AfterEach
    void close() {
        function.close();
    }

    @Test
    void five_uploads_the_third_corrupt_names_the_third_and_only_that_one() throws Exception {
        uploadFive();
        var event = Files.readString(EVENTS.resolve("five-uploads-third-corrupt.json"));
        var ids = event.lines()
                .filter(line -> line.contains("\"messageId\""))
                .map(line -> line.replaceAll(".*: \"|\",", ""))
                .toList();

        var reply = function.invoke(event);

        assertThat(ids).hasSize(5);
        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + ids.get(2) + "\"}]}");
        assertThat(size("inbox/1-mountain-lake.jpg")).isEqualTo(new PixelSize(1600, 1067));
        assertThat(size("inbox/2-lighthouse at noon.jpg")).as("upright").isEqualTo(new PixelSize(1067, 1600));
        assertThat(problem("inbox/3-city-at-night.jpg").code()).isEqualTo("CORRUPT");
        assertThat(keys()).hasSize(8).noneMatch(key -> key.contains("3-city"));
    }

    @Test
    void a_corrupt_upload_of_a_fifo_queue_stops_its_own_group_only() throws Exception {
        uploadFive();

        var reply = function.invoke(Files.readString(EVENTS.resolve("fifo-two-groups.json")));

        assertThat(reply)
                .contains("-000000000001\"", "-000000000002\"")
                .doesNotContain("-000000000003\"", "-000000000004\"");
    }

    @Test
    void the_same_batch_again_makes_nothing_again() throws Exception {
        uploadFive();
        var event = Files.readString(EVENTS.resolve("five-uploads-third-corrupt.json"));
        var first = function.invoke(event);

        assertThat(function.invoke(event)).isEqualTo(first);
        assertThat(function.outcomes().values())
                .filteredOn(Outcome.Skipped.class::isInstance)
                .hasSize(4);
        assertThat(function.outcomes().values())
                .filteredOn(Outcome.Failed.class::isInstance)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbox/red flower.jpg",
                "inbox/red+flower.jpg",
                "inbox/red%2Bflower.jpg",
                "inbox/100%.jpg",
                "inbox/%%%.jpg",
                "inbox/fleur-été.jpg",
                "inbox/🌻 with ~!@$&'()*,;=:[].jpg",
                "inbox/no-extension",
            })
    void an_odd_key_is_one_object_and_one_manifest(String key) throws Exception {
        var reply = function.invoke(List.of(function.upload(key, picture())));

        assertThat(function.outcomes()).containsOnlyKeys(key);
        assertThat(function.outcome(key)).isInstanceOf(Outcome.Done.class);
        assertThat(reply).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(keys()).containsExactlyInAnyOrder("renditions/" + key + "/small.webp", "manifests/" + key);
    }

    @Test
    void a_key_that_climbs_out_fails_its_own_message() throws Exception {
        var good = function.upload("inbox/good.jpg", picture());
        var climbing = new UploadedObject(LocalFunction.UPLOADS, "../../" + LocalFunction.RENDITIONS + "/x", 1, "e");

        var reply = function.invoke(List.of(climbing, good));

        assertThat(function.outcome(good.key())).isInstanceOf(Outcome.Done.class);
        assertThat(problem(climbing.key()).message()).contains("../../renditions/x");
        assertThat(reply.split("itemIdentifier", -1)).hasSize(2);
    }

    @Test
    void an_object_that_vanished_is_acknowledged_as_gone() throws Exception {
        var good = function.upload("inbox/good.jpg", picture());
        var gone = function.upload("inbox/gone.jpg", picture());
        function.client().deleteObject(request -> request.bucket(gone.bucket()).key(gone.key()));

        assertThat(function.invoke(List.of(gone, good))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(function.outcome(gone.key()))
                .isEqualTo(new Outcome.Skipped<>("gone: it was deleted before its renditions were made"));
        assertThat(function.outcome(good.key())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_object_that_was_replaced_is_left_to_its_own_event() throws Exception {
        var first = function.upload("inbox/a.jpg", picture());
        var second =
                function.upload("inbox/a.jpg", Files.readAllBytes(EVENTS.resolve("uploads/5-balloons-at-dawn.webp")));

        assertThat(function.invoke(List.of(first))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(function.outcome(first.key())).isInstanceOf(Outcome.Skipped.class);
        function.invoke(List.of(second));
        assertThat(function.outcome(second.key())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_bucket_that_is_not_there_is_critical_and_fails_its_own_message() throws Exception {
        var good = function.upload("inbox/good.jpg", picture());
        var nowhere = new UploadedObject("no-such-bucket", "inbox/a.jpg", 1, "e");

        function.invoke(List.of(nowhere, good));

        assertThat(problem(nowhere.key()).message()).startsWith("there is no bucket 'no-such-bucket'");
        assertThat(problem(nowhere.key()).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(function.outcome(good.key())).isInstanceOf(Outcome.Done.class);
    }

    private void uploadFive() throws Exception {
        try (var files = Files.list(EVENTS.resolve("uploads"))) {
            for (var file : files.toList()) {
                function.upload("inbox/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    private static byte[] picture() throws Exception {
        return Files.readAllBytes(EVENTS.resolve("uploads/1-mountain-lake.jpg"));
    }

    private PixelSize size(String key) {
        return ((Outcome.Done<Made>) function.outcome(key)).result().size();
    }

    private Problem problem(String key) {
        return ((Outcome.Failed<Made>) function.outcome(key)).problem();
    }

    private List<String> keys() {
        return function.client().listObjectsV2(request -> request.bucket(LocalFunction.RENDITIONS)).contents().stream()
                .map(object -> object.key())
                .toList();
    }
}
