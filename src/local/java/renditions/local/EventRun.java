package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import renditions.batch.BatchFailure;
import renditions.event.DeliveryOutcome;
import renditions.event.DistinctItems;
import renditions.event.Upload;
import renditions.lambda.RenditionsFunction;
import renditions.local.cloud.LocalContext;
import renditions.local.report.Place;
import renditions.local.report.Run;
import renditions.local.report.RunItem;

/// A run of an event, which the function is handed unchanged. After an exception for a source that takes no answer,
/// it is handed over again at once, where Lambda would wait for some minutes.
///
/// @param lambda runs the function
record EventRun(LocalLambda lambda) {
    /// How often Lambda hands over an event of such a source at most.
    private static final int MOST = 3;

    /// The function's answer.
    ///
    /// @param reply empty if it threw
    /// @param flaw what it threw, in words; empty if it replied
    record Answer(String reply, String flaw) {}

    /// Uploads the files, hands the event to the function and gathers the outcomes.
    ///
    /// @param settled gets the name of each item that is settled
    Run of(Scenario.Event scenario, Consumer<String> settled) throws IOException {
        lambda.uploading().of(scenario.files());
        var recorder = new Recorder(settled);
        long begin = System.nanoTime();
        var story = new Story(recorder, _ -> {}, begin);
        handOver(scenario, recorder, story);
        long end = System.nanoTime();
        var left = left(recorder.deliveries());
        var items = items(scenario, left, lambda.items(recorder, story));
        return lambda.run(scenario, items, Duration.ofNanos(end - begin), story);
    }

    private void handOver(Scenario.Event scenario, Recorder recorder, Story story) throws IOException {
        for (int times = 1; times <= MOST; times++) {
            long begin = System.nanoTime();
            var answer = answer(scenario.json(), recorder);
            long end = System.nanoTime();
            var left = left(recorder.deliveries());
            story.received(scenario.invocation(), begin, end, left, answer.reply(), answer.flaw());
            if (answer.flaw().isEmpty()) {
                return;
            }
        }
    }

    /// Hands an event to the function once.
    Answer answer(String json, Recorder recorder) throws IOException {
        var reply = new ByteArrayOutputStream();
        try (var wiring = lambda.wiring(recorder)) {
            var event = new ByteArrayInputStream(json.getBytes(UTF_8));
            new RenditionsFunction(wiring).handleRequest(event, reply, new LocalContext(LocalLambda.TIMEOUT));
            return new Answer(reply.toString(UTF_8), "");
        } catch (BatchFailure thrown) {
            return new Answer("", "an exception: " + thrown.getMessage());
        }
    }

    /// The places of the deliveries that are not acknowledged, from 0 on.
    private static List<Integer> left(List<DeliveryOutcome> deliveries) {
        return IntStream.range(0, deliveries.size())
                .filter(place -> !deliveries.get(place).acknowledged())
                .boxed()
                .toList();
    }

    private static List<RunItem> items(Scenario.Event scenario, List<Integer> left, RunItems gathered)
            throws IOException {
        var deliveries = scenario.invocation().deliveries();
        var unacknowledged =
                left.stream().map(place -> deliveries.get(place).id()).collect(Collectors.toSet());
        var items = new ArrayList<RunItem>();
        for (var item : DistinctItems.of(scenario.invocation()).items()) {
            var file = item.entry() instanceof Upload upload ? scenario.files().get(upload.object()) : null;
            var place = unacknowledged.contains(item.delivery()) ? Place.LEFT : Place.DELETED;
            items.add(gathered.of(item.identity(), file, place));
        }
        return items;
    }
}
