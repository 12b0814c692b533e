package renditions.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import renditions.local.LocalAccess;
import renditions.local.cloud.SqsEvents;
import renditions.local.cloud.UploadedObject;
import renditions.runtime.InvocationStatus;
import renditions.runtime.RuntimeApi;

/// One start of one process until its first answer, as Lambda sees it: Lambda starts the process, hands out an
/// event when it is asked for one, and waits for the reply.
///
/// @param s3 the S3 with the event's upload
record ColdRun(S3Process s3) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Path OUTPUT = Contender.ROOT.resolve("output.log");

    /// The time that it took.
    ///
    /// @param millis wall-clock milliseconds, from before the start of the process to the last byte of its answer
    /// @param cpu processor time of all its threads until then, in milliseconds, in steps of ten
    record Took(double millis, double cpu) {}

    private Map<String, String> variables(ColdCase started) {
        var all = new HashMap<String, String>();
        all.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        all.put("LAMBDA_TASK_ROOT", Contender.ROOT.resolve("task").toString());
        all.put("LAMBDA_RUNTIME_DIR", Contender.ROOT.resolve("runtime").toString());
        all.put("AWS_LAMBDA_FUNCTION_NAME", "renditions");
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        all.putAll(LocalAccess.variables(s3.endpoint(started.over())));
        all.put("RENDITIONS_BUCKET", S3Process.RENDITIONS);
        all.put("RENDITIONS", "[{\"name\": \"small\", \"width\": 320, \"formats\": [\"webp\"]}]");
        all.put("MALLOC_ARENA_MAX", "2");
        all.putAll(started.over().variables());
        all.putAll(started.contender().variables());
        return all;
    }

    /// Starts a process.
    ///
    /// @param started the case; the process runs on its number of cores, from the first core on
    /// @throws IllegalStateException if it does not answer that all is done, or the rendition is missing
    Took of(ColdCase started, UploadedObject upload) throws Exception {
        var event = new SqsEvents("uploads", Instant.EPOCH).batch(List.of(upload));
        try (var lambda = new RuntimeApi()) {
            var order = new RuntimeApi.Order("cold", event.getBytes(StandardCharsets.UTF_8), TIMEOUT);
            var builder = builder(started, lambda);
            long begin = System.nanoTime();
            var process = builder.start();
            try {
                var _ = process.onExit()
                        .thenRun(() -> order.status().completeExceptionally(new IOException("it ended")));
                lambda.hand(order);
                var status = order.status().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                require(started, upload, status);
                return new Took((status.at() - begin) / 1e6, cpu.toMillis());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private ProcessBuilder builder(ColdCase started, RuntimeApi lambda) {
        var command = new ArrayList<>(List.of("taskset", "-c", "0-" + (started.cores() - 1)));
        command.addAll(started.contender().command());
        var builder = new ProcessBuilder(command)
                .directory(started.contender().folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(OUTPUT.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables(started));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        return builder;
    }

    private void require(ColdCase started, UploadedObject upload, InvocationStatus status) {
        if (!status.toString().equals("answered {\"batchItemFailures\":[]}") || !s3.rendered(upload.key())) {
            throw new IllegalStateException("%s made no rendition over %s: %s, see %s"
                    .formatted(started.contender().name(), started.over(), status, OUTPUT));
        }
    }
}
