package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renditions.batch.BatchListener;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.SqsEvents;
import renditions.local.cloud.UploadedObject;
import renditions.testing.ImageFiles;
import renditions.testing.Soak;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Good uploads of which the cost model knows nothing, or the wrong thing, on real pixels and over HTTP: they are
/// begun all the same, and sooner or later acknowledged.
class StarvationIT {
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final Settings SETTINGS = Settings.of(
            Map.of("RENDITIONS_BUCKET", "renditions", "LIBVIPS", System.getenv().getOrDefault("LIBVIPS", "")));

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final Set<Item> begun = ConcurrentHashMap.newKeySet();
    private final Wiring wiring = Wiring.of(SETTINGS, client, Engines.load(SETTINGS), new BatchListener<Item, Made>() {
        @Override
        public void started(Item item) {
            begun.add(item);
        }
    });
    private final RenditionsFunction function = new RenditionsFunction(wiring);

    @BeforeEach
    void makeBuckets() {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
    }

    @AfterEach
    void close() {
        wiring.close();
        client.close();
        s3.close();
    }

    @Test
    void a_large_png_is_made_beside_small_jpegs_after_the_process_saw_small_jpegs_alone() throws Exception {
        var small = ImageFiles.jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB)); // few bytes
        for (int batch = 0; batch < 12; batch++) {
            assertThat(invoke(event(uploads("known-" + batch, 10, small)), AMPLE))
                    .isEqualTo(NOTHING_FAILED);
        }
        var grain = ImageFiles.png(grain(BufferedImage.TYPE_3BYTE_BGR));
        assertThat(grain.length).as("bytes of a PNG without a pattern").isGreaterThan(36_000_000);

        var all = new ArrayList<>(uploads("beside", 9, small));
        all.add(upload("grain.png", grain));

        assertThat(invoke(event(all), Duration.ofMinutes(1))).isEqualTo(NOTHING_FAILED);
    }

    @Test
    void with_a_second_left_something_is_begun_each_time_and_everything_is_made_later() throws Exception {
        var photo = ImageFiles.jpeg(grain(BufferedImage.TYPE_BYTE_GRAY));
        for (int batch = 0; batch < Soak.times(1, 8); batch++) {
            var event = event(uploads("photos-" + batch, 10, photo));
            begun.clear();

            invoke(event, Duration.ofMillis(1_027));
            assertThat(begun).as("begun of batch %d", batch).isNotEmpty();

            assertThat(invoke(redelivered(event), AMPLE)).isEqualTo(NOTHING_FAILED);
        }
    }

    private List<UploadedObject> uploads(String folder, int number, byte[] bytes) {
        return IntStream.range(0, number)
                .mapToObj(i -> upload(folder + "/" + i + ".jpg", bytes))
                .toList();
    }

    private UploadedObject upload(String key, byte[] bytes) {
        client.putObject(it -> it.bucket("uploads").key(key), RequestBody.fromBytes(bytes));
        return UploadedObject.of("uploads", key, bytes);
    }

    private static String event(List<UploadedObject> uploads) {
        return new SqsEvents("uploads", Instant.EPOCH).batch(uploads);
    }

    private static String redelivered(String event) {
        var again = event.replace("\"ApproximateReceiveCount\" : \"1\"", "\"ApproximateReceiveCount\" : \"2\"");
        assertThat(again).isNotEqualTo(event);
        return again;
    }

    private String invoke(String event, Duration remaining) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new LocalContext(remaining));
        return reply.toString(UTF_8);
    }

    /// Twelve megapixels.
    private static BufferedImage grain(int type) {
        var image = new BufferedImage(4_000, 3_000, type);
        new Random(1).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }
}
