package renditions.image.ward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import renditions.batch.Cancellation;
import renditions.image.EngineProfile;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.testing.Latches;
import renditions.testing.PaperImages;

/// An engine without pixels whose pictures can do harm: `probe hang 30x20` never ends when its header is read,
/// `decode halt 30x20` ends the process when it is decoded, and `30x20` does no harm.
final class OddImages implements Images {
    private final PaperImages paper = new PaperImages();
    private final AtomicInteger pictures = new AtomicInteger();

    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return harm("probe", cancellation, bytes)
                ? new ImageProblem.Stopped()
                : paper.probe(cancellation, size(bytes), limits);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        return harm("decode", cancellation, bytes)
                ? new ImageProblem.Stopped()
                : paper.decode(cancellation, bytes, header, size);
    }

    /// @return whether it was stopped
    private boolean harm(String when, Cancellation cancellation, MemorySegment bytes) {
        var words = text(bytes).split(" ", -1);
        if (words.length == 1 || !words[0].equals(when)) {
            pictures.incrementAndGet();
            return false;
        }
        switch (words[1]) {
            case "halt" -> halt();
            case "halt-if-not-first" -> {
                if (pictures.get() > 0) {
                    halt();
                }
            }
            case "complain" -> {
                System.err.println("the tongue\nis cut \u0007 off");
                halt();
            }
            case "kill" -> kill();
            case "hang" -> Latches.awaitWhateverComes(new CountDownLatch(1));
            case "heed" -> heed(cancellation);
            case "babble" -> babble();
            case "throw" -> throw new IllegalStateException("as the test wants it");
            case "bomb" -> bomb();
            default -> throw new IllegalArgumentException(words[1]);
        }
        return cancellation.isCancelled();
    }

    private static void halt() {
        Runtime.getRuntime().halt(77);
    }

    /// As the operating system does when memory runs out.
    private static void kill() {
        var self = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("kill", "-KILL", self).start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Latches.awaitWhateverComes(new CountDownLatch(1));
    }

    private static void heed(Cancellation cancellation) {
        var stopped = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(stopped::countDown)) {
            Latches.awaitWhateverComes(stopped);
        }
    }

    private static void babble() {
        try {
            new FileOutputStream(FileDescriptor.out)
                    .write("nothing but words, far more than any head\n".getBytes(UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Takes a gigabyte, a megabyte at a time.
    private static void bomb() {
        try (var arena = Arena.ofConfined()) {
            for (int megabyte = 0; megabyte < 1000; megabyte++) {
                arena.allocate(1_000_000).fill((byte) 1);
            }
        }
    }

    private static String text(MemorySegment bytes) {
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }

    private static MemorySegment size(MemorySegment bytes) {
        var text = text(bytes);
        return MemorySegment.ofArray(text.substring(text.lastIndexOf(' ') + 1).getBytes(UTF_8));
    }

    @Override
    public EngineProfile profile() {
        return paper.profile();
    }

    @Override
    public String version() {
        return paper.version();
    }

    int open() {
        return paper.open();
    }
}
