package renditions.runtime;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;
import renditions.testing.Drawing;
import renditions.testing.HeifFile;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.ManyBands;
import renditions.testing.Metadata;
import renditions.testing.Soak;

/// Small files that ask for much, in batches with four good pictures and ten seconds: each is made or refused by name,
/// the good ones are acknowledged at their first receive, and the process takes hardly more memory than usual. There is
/// no folder for temporary files, as if it were full or could not be written to.
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class HostileBatchIT {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration AMPLE = Duration.ofMinutes(1);

    private static final int GOOD = 4;
    private static final int HOSTILE = 6;
    private static final long MOST_KIB = 64 << 10;

    /// The number of a small photo.
    private static final int SMALL = 3;

    private final Photos photos = new Photos();
    private final byte[] webp = photos.photo(2);
    private final Trial trial = new Trial(
            RenditionsFunction.class,
            Map.of(
                    "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=/no/such/folder",
                    "TMPDIR", "/no/such/folder",
                    "MALLOC_ARENA_MAX", "2"));
    private int messages;

    @AfterAll
    void close() {
        trial.close();
    }

    /// @param code of its problem; empty if it is made, because the guard takes away what costs
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Upload(byte[] bytes, String code) {}

    @Test
    void hostile_files_cost_their_neighbours_neither_time_nor_memory() throws Exception {
        for (int batch = 0; batch < Soak.times(1, 10); batch++) {
            assertEnds(good(GOOD + HOSTILE), 1, TEN_SECONDS);
        }
        long usual = peakKib();
        var hostile = hostile();
        for (int begin = 0; begin < hostile.size() * Soak.times(1, 20); begin += HOSTILE) {
            int first = begin;
            var some = IntStream.range(first, first + HOSTILE).mapToObj(i -> hostile.get(i % hostile.size()));
            assertEnds(Stream.concat(some, good(GOOD)), 1, TEN_SECONDS);
        }
        long more = peakKib() - usual;
        System.out.println("at most " + more + " KiB more than usual, which is " + usual);
        assertThat(more).isLessThan(MOST_KIB);
    }

    @Test
    void redelivered_they_end_in_the_same_way_in_processes_of_their_own() throws Exception {
        assertEnds(Stream.concat(hostile().stream(), good(1)), 2, AMPLE);

        assertThat(LogFile.lines(trial.output()))
                .noneMatch(line -> line.path("message").asString("").matches("(NO_WARD|WARD_LOST).*"));
    }

    private Stream<Upload> good(int count) {
        return Stream.generate(() -> new Upload(photos.photo(SMALL), "")).limit(count);
    }

    private List<Upload> hostile() {
        var photo = Drawing.photo(60, 40);
        var exif = HostilePictures.loopingExif(6);
        var tiles = new int[5_000];
        Arrays.fill(tiles, 2);
        var circle = HostilePictures.tiffWithDirectories(1);
        circle[circle.length - 1] = 24; // its own directory comes next
        return List.of(
                new Upload(Metadata.jpegWithExif(ImageFiles.jpeg(photo), exif), ""),
                new Upload(Metadata.pngWith(ImageFiles.png(photo), "eXIf", exif), ""),
                new Upload(HostilePictures.webpWith(webp, 33, 44, "EXIF", exif), ""),
                new Upload(HostilePictures.gifWithFrames(20_000), ""),
                new Upload(HostilePictures.webpWithFrames(webp, 33, 44, 2_000), ""),
                new Upload(HostilePictures.tiffWithDirectories(10_000), ""),
                new Upload(circle, ""),
                new Upload(HostilePictures.jpegWithScans(500), "UNSUPPORTED"),
                new Upload(HostilePictures.jpegWithComments(5_000), "UNSUPPORTED"),
                new Upload(HostilePictures.blackPng(1, 100_000), "TOO_LARGE"),
                new Upload(ManyBands.tiff(9_984, 512, 500), "UNSUPPORTED"),
                new Upload(HostilePictures.tiffInTiles(1_000_000_000, 8_192), "TOO_LARGE"),
                new Upload(HostilePictures.tiffInTiles(4 * 8_192 + 1, 8_192), "UNSUPPORTED"),
                new Upload(
                        HeifFile.of(
                                HeifFile.types("grid", "av01"),
                                HeifFile.properties(new byte[][] {HeifFile.size(64, 64)}, 1, 1),
                                HeifFile.tiles(1, tiles)),
                        "UNSUPPORTED"));
    }

    private void assertEnds(Stream<Upload> uploads, int receiveCount, Duration timeout) throws Exception {
        var batch = new ArrayList<Message>();
        var codes = uploads.collect(toMap(
                upload -> {
                    var id = "m" + ++messages;
                    batch.add(Message.announcing(
                            id,
                            List.of(trial.upload(id, upload.bytes())),
                            !upload.code().isEmpty()));
                    return id;
                },
                Upload::code));

        var verdict = trial.invoke(batch, receiveCount, timeout);

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.acknowledged())
                .containsExactlyInAnyOrderElementsOf(codes.keySet().stream()
                        .filter(id -> codes.getOrDefault(id, "").isEmpty())
                        .toList());
        assertThat(codes(verdict.invocation().id())).isEqualTo(codes);
    }

    /// The codes of an invocation's items, by their messages.
    private Map<String, String> codes(String request) throws IOException {
        return LogFile.lines(trial.output()).stream()
                .filter(line -> line.path("requestId").asString("").equals(request) && line.has("outcome"))
                .collect(toMap(
                        line -> line.path("deliveryId").asString(""),
                        line -> line.path("code").asString("")));
    }

    /// The most memory that the process had at once.
    ///
    /// Source: proc_pid_status(5).
    private long peakKib() throws Exception {
        var status = Path.of("/proc", Long.toString(trial.process().pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
