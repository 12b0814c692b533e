package renditions.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import renditions.batch.BatchListener;
import renditions.lambda.Engines;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.store.S3Clients;
import renditions.telemetry.Ending;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context.BeforeTransmission;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// The packaged function, with its environment as a parameter. Loaded by the loader of [PackagedFunction], like
/// everything it uses; only types of the JDK and of Lambda pass between them.
public final class Entrance implements RequestStreamHandler, Closeable {
    private final S3Client s3;
    private final Wiring wiring;
    private final RenditionsFunction function;

    /// @param environment the variables of the function
    /// @param puts gets the key of every object that the function begins to put
    /// @param endings gets a line for each item, when its invocation is about to be answered
    public Entrance(
            Map<String, String> environment,
            URI endpoint,
            String region,
            String accessKey,
            String secretKey,
            Consumer<String> puts,
            Consumer<String> endings) {
        var settings = Settings.of(environment);
        var credentials = AwsBasicCredentials.create(accessKey, secretKey);
        var builder = S3Clients.builder(Wiring.connections(), endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
        var counted = builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new Puts(puts))
                .build();
        s3 = builder.overrideConfiguration(counted).build();
        wiring = Wiring.of(settings, s3, Engines.load(settings), new BatchListener<>() {})
                .recordedBy((record, _) -> lines(record.ending()).forEach(endings));
        function = new RenditionsFunction(wiring);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        function.handleRequest(event, reply, context);
    }

    private static Stream<String> lines(Ending ending) {
        return switch (ending) {
            case Ending.Failed(var thrown) -> Stream.of("the function threw " + thrown);
            case Ending.Answered(var distinct, var outcomes, var _, var _, var _) ->
                IntStream.range(0, outcomes.size()).mapToObj(i -> {
                    var item = distinct.items().get(i);
                    return "%s, receive %d: %s".formatted(item.subject(), item.receiveCount(), outcomes.get(i));
                });
        };
    }

    /// The place that the function was loaded from.
    @Override
    public String toString() {
        return String.valueOf(
                RenditionsFunction.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Override
    public void close() {
        wiring.close();
        s3.close();
    }

    private record Puts(Consumer<String> keys) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(BeforeTransmission call, ExecutionAttributes attributes) {
            if (call.request() instanceof PutObjectRequest put) {
                keys.accept(put.key());
            }
        }
    }
}
