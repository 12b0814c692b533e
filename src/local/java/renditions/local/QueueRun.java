package renditions.local;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import renditions.lambda.RenditionsFunction;
import renditions.local.cloud.LocalQueue;
import renditions.local.cloud.Receive;
import renditions.local.report.Run;
import renditions.local.report.RunReceive;

/// A run of uploads that S3 announces to a queue.
///
/// @param lambda runs the function that the queue's messages are handed to
/// @param queue an empty queue
record QueueRun(LocalLambda lambda, LocalQueue queue) {
    /// Uploads the files and waits until every message is deleted or a dead letter.
    ///
    /// @param settled gets the name of each item that is settled for the first time
    /// @param heard gets each receive after its end
    Run of(Scenario.Uploads scenario, Consumer<String> settled, Consumer<RunReceive> heard)
            throws IOException, InterruptedException {
        announce();
        long begin = System.nanoTime();
        var refused = lambda.uploading().of(scenario.files());
        var recorder = new Recorder(settled);
        var story = new Story(recorder, heard, begin);
        drain(recorder, scenario.files().size(), story);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var items = lambda.items(recorder, story).of(scenario, queue.takeDeadLetters(), refused);
        return lambda.run(scenario, items, took, story);
    }

    /// Makes S3 announce uploads to the queue. When this returns, the function has had its first invocation, with
    /// S3's test event.
    void announce() throws InterruptedException {
        lambda.s3().notify(WriteUploads.BUCKET, queue.queue());
        drain(new Recorder(_ -> {}), 1, _ -> {});
    }

    /// Waits until every message is deleted or a dead letter.
    void drain(Recorder recorder, int messages, Receive.Listener listener) throws InterruptedException {
        try (var wiring = lambda.wiring(recorder)) {
            queue.drain(new RenditionsFunction(wiring), messages, listener);
        }
    }
}
