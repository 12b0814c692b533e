package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;
import renditions.testing.EmbeddedMetrics;

/// The output of the function behind Lambda's own runtime client.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class LogIT {
    private static final Duration AMPLE = Duration.ofSeconds(60);

    private final Photos photos = new Photos();

    @Test
    void an_invocation_has_one_record_and_each_item_a_line_all_there_when_the_answer_is() throws Exception {
        try (var trial = new Trial(RenditionsFunction.class, Map.of())) {
            var verdict = invoke(trial);
            var lines = LogFile.lines(trial.output());

            assertThat(verdict.violations()).isEmpty();
            assertThat(lines).allMatch(line -> line.has("timestamp") && line.has("level"));
            assertThat(lines)
                    .extracting(line -> line.path("requestId").asString(""))
                    .containsOnly(verdict.invocation().id());
            assertThat(lines)
                    .filteredOn(line -> line.path("deliveryId").asString("").equals("m3"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.path("upload").stringValue()).isEqualTo("s3://uploads/3/a.jpg");
                        assertThat(line.toString()).contains("\"level\":\"WARN\"", "\"outcome\":\"FAILED\"");
                    });
            assertThat(lines.getLast().path("deliveries").toString())
                    .contains("\"failed\":[\"m3\"]", "\"done\":[\"m1\",\"m2\",\"m4\",\"m5\"]");
            assertThat(EmbeddedMetrics.read(lines.getLast().toString()).values())
                    .containsEntry("Done", List.of(4.0))
                    .containsEntry("Failed", List.of(1.0));
        }
    }

    @Test
    void a_quarantined_item_has_a_line_that_says_where_its_report_is() throws Exception {
        try (var trial = new Trial(RenditionsFunction.class, Map.of("CORRUPT", "quarantine"))) {
            var verdict = invoke(trial);
            var lines = LogFile.lines(trial.output());

            assertThat(lines)
                    .filteredOn(line -> line.path("outcome").asString("").equals("QUARANTINED"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.path("deliveryId").stringValue()).isEqualTo("m3");
                        assertThat(line.path("level").stringValue()).isEqualTo("WARN");
                        assertThat(line.path("code").stringValue()).isEqualTo("UNSUPPORTED");
                        assertThat(line.path("report").stringValue())
                                .matches("s3://[^/]+/quarantine/3/a.jpg/\\w+.json");
                        assertThat(line.path("requestId").stringValue())
                                .isEqualTo(verdict.invocation().id());
                    });
            assertThat(EmbeddedMetrics.read(lines.getLast().toString()).values())
                    .containsEntry("Quarantined", List.of(1.0))
                    .containsEntry("Failed", List.of(0.0));
        }
    }

    @Test
    void the_log_level_silences_items_and_never_records() throws Exception {
        try (var trial = new Trial(RenditionsFunction.class, Map.of("LOG_LEVEL", "error"))) {
            var verdict = invoke(trial);

            assertThat(LogFile.lines(trial.output())).singleElement().satisfies(line -> {
                assertThat(line.path("requestId").stringValue())
                        .isEqualTo(verdict.invocation().id());
                assertThat(line.path("ending").stringValue()).isEqualTo("ANSWERED");
            });
        }
    }

    private Trial.Verdict invoke(Trial trial) throws InterruptedException {
        var batch = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> Message.announcing(
                        "m" + number,
                        List.of(trial.upload(
                                number + "/a.jpg", number == 3 ? "rubbish".getBytes(UTF_8) : photos.photo(number + 4))),
                        number == 3))
                .toList();
        return trial.invoke(batch, AMPLE);
    }
}
