package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.testing.Canceller;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.OddPicture;
import renditions.testing.OddPictures;
import renditions.testing.Profiles;
import renditions.testing.Soak;

/// Nothing stays in native memory, however the work on a picture ends.
class LeakIT {
    private static final int ROUNDS = Soak.times(10, 50);

    @Test
    void many_jobs_on_several_threads_leave_nothing_behind() throws Exception {
        var pictures = pictures();
        var jobs = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (var picture : pictures) {
                    jobs.add(threads.submit(() -> job(Engine.NEVER, picture)));
                    long soon = TimeUnit.MICROSECONDS.toNanos(200L * jobs.size() % 7000);
                    jobs.add(threads.submit(() -> cancelled(soon, picture)));
                }
            }
        }
        int encoded = 0;
        for (var job : jobs) {
            encoded += job.get();
        }
        assertThat(jobs).hasSizeGreaterThan(100 * ROUNDS);
        assertThat(encoded).isGreaterThan(jobs.size() / 4);
        Engine.awaitHeld(0);
    }

    /// libvips does not count the bytes that it has encoded, so this test looks at the memory of the whole process.
    /// Each round encodes more than half a megabyte.
    @Test
    void encoded_bytes_are_given_back() {
        try (var noise = Engine.decode(Engine.made(Drawing.noise(700, 500), "pngsave_buffer", "compression=0"))) {
            encodeOften(noise, 50);
            long before = virtualMemory();
            long encoded = encodeOften(noise, 300);
            assertThat(encoded).isGreaterThan(150L << 20);
            assertThat(virtualMemory() - before).isLessThan(encoded / 2);
        }
    }

    private static long encodeOften(Picture picture, int rounds) {
        long bytes = 0;
        for (int round = 0; round < rounds; round++) {
            try (var encoded = Engine.encoded(picture.encode(Engine.NEVER, Format.JPEG, 100))) {
                bytes += encoded.bytes().byteSize();
            }
        }
        return bytes;
    }

    private static long virtualMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getCommittedVirtualMemorySize();
    }

    /// The same, cancelled so long after it has begun.
    private static int cancelled(long nanos, OddPicture picture) {
        try (var canceller = new Canceller()) {
            return job(canceller.in(nanos), picture);
        }
    }

    /// @return how many encodings the job made
    private static int job(Cancellation cancellation, OddPicture picture) {
        return switch (Engine.probe(cancellation, picture.bytes())) {
            case ImageProblem problem -> 0;
            case Header header -> {
                var size =
                        header.size().scaled(Math.min(1, 100.0 / header.size().width()));
                yield switch (Engine.rendered(cancellation, picture.bytes(), size)) {
                    case ImageProblem problem -> 0;
                    case Picture base -> renditions(cancellation, base);
                };
            }
        };
    }

    private static int renditions(Cancellation cancellation, Picture base) {
        try (base) {
            var half = base.size().scaled(0.5);
            return switch (base.resize(cancellation, new Geometry(half, half))) {
                case ImageProblem problem -> 0;
                case Picture small -> {
                    try (small) {
                        small.thumbnail(cancellation); // in the heap
                        yield Format.writables().stream()
                                .mapToInt(format -> encoding(cancellation, small, format))
                                .sum();
                    }
                }
            };
        }
    }

    private static int encoding(Cancellation cancellation, Picture picture, Format format) {
        return switch (picture.encode(cancellation, format, 80)) {
            case ImageProblem problem -> 0;
            case EncodedPicture encoded -> {
                encoded.close();
                yield 1;
            }
        };
    }

    /// Small pictures, and pictures that fail late: at the pixels, at the profile, at the turn.
    private static List<OddPicture> pictures() {
        var pictures = new ArrayList<>(OddPictures.all());
        pictures.removeIf(picture -> picture.bytes().length > 500_000);
        var photo = ImageFiles.jpeg(Drawing.photo(600, 400));
        pictures.add(new OddPicture("damaged profile", "OK", Metadata.jpegWithProfile(photo, Profiles.damaged())));
        pictures.add(new OddPicture("lying", "OK", Metadata.jpegWithExif(photo, Metadata.orientation(7))));
        return pictures;
    }
}
