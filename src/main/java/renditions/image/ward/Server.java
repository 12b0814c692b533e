package renditions.image.ward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.image.EncodedPicture;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.Thumbnail;

/// The child's side: answers requests, one after the other, until they end. One thread reads, so that the child
/// ends when its parent does, whatever the engine is doing; another works, and owns the pictures.
final class Server {
    /// The most bytes of an encoded picture: more than a setting allows for uploads.
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    /// How often work is told to stop again, because libvips forgets its kill flag.
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Images images;
    private final LongConsumer memory;
    private final OutputStream answers;
    private final Map<Integer, Picture> pictures = new HashMap<>(); // the worker's
    private final ExecutorService worker = Executors.newSingleThreadExecutor(daemon("worker"));
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(daemon("alarm"));

    /// @param memory limits how much more memory the process may take, in bytes; [Long#MAX_VALUE] for no limit
    /// @param answers takes the answers
    Server(Images images, LongConsumer memory, OutputStream answers) {
        this.images = images;
        this.memory = memory;
        this.answers = answers;
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /// Answers requests until they end.
    ///
    /// @throws IOException if the parent does not keep to the protocol, or its stream breaks
    @SuppressWarnings("MustBeClosedChecker") // the worker closes it after the answer
    void serve(InputStream requests) throws IOException {
        try {
            while (true) {
                var arena = Arena.ofShared();
                var frame = Frame.read(requests, MOST_BYTES, arena);
                if (frame.isEmpty()) {
                    return;
                }
                var request = Request.of(frame.get());
                worker.execute(() -> answer(request, arena));
            }
        } finally {
            worker.shutdownNow();
            alarm.shutdownNow();
        }
    }

    private void answer(Request request, Arena arena) {
        try (arena) {
            work(request);
        } catch (IOException parentGone) {
            // so the requests end, too
        } catch (Throwable bug) {
            fail(bug);
        }
    }

    private void fail(Throwable bug) {
        try {
            reply(new Answer.Failed(Kind.ENGINE.because(bug.toString())));
        } catch (IOException parentGone) {
            // so the requests end, too
        }
    }

    private void reply(Answer answer) throws IOException {
        answer.frame().write(answers);
        answers.flush();
    }

    private void work(Request request) throws IOException {
        switch (request) {
            case Request.Greet() -> reply(new Answer.Hello(images.version()));
            case Request.Probe probe -> reply(probe(probe));
            case Request.Decode decode -> reply(decode(decode));
            case Request.Resize(int picture, var geometry) ->
                reply(
                        switch (picture(picture).resize(Cancellation.never(), geometry)) {
                            case Picture resized -> made(resized);
                            case ImageProblem problem -> new Answer.Failed(problem);
                        });
            case Request.Encode encode -> encode(encode);
            case Request.Sketch(int picture) ->
                reply(
                        switch (picture(picture).thumbnail(Cancellation.never())) {
                            case Thumbnail thumbnail -> new Answer.Sketched(thumbnail);
                            case ImageProblem problem -> new Answer.Failed(problem);
                        });
            case Request.Close(int picture) -> close(picture);
        }
    }

    private Answer probe(Request.Probe request) {
        return within(request.nanos(), request.memory(), cancellation -> switch (images.probe(
                cancellation, request.bytes(), request.limits())) {
            case Header header -> new Answer.Recognised(header);
            case ImageProblem problem -> new Answer.Failed(problem);
        });
    }

    private Answer decode(Request.Decode request) {
        return within(request.nanos(), request.memory(), cancellation -> switch (images.decode(
                cancellation, request.bytes(), request.header(), request.size())) {
            case Picture picture -> made(picture);
            case ImageProblem problem -> new Answer.Failed(problem);
        });
    }

    private void encode(Request.Encode request) throws IOException {
        var picture = picture(request.picture());
        switch (picture.encode(Cancellation.never(), request.encoding())) {
            case EncodedPicture encoded -> {
                try (encoded) {
                    reply(new Answer.Coded(encoded.bytes()));
                }
            }
            case ImageProblem problem -> reply(new Answer.Failed(problem));
        }
    }

    /// Works within limits of time and memory.
    private Answer within(long nanos, long bytes, Function<Cancellation, Answer> work) {
        var stop = new CancellationSource();
        var stopping = alarm.scheduleWithFixedDelay(stop::cancel, nanos, AGAIN_NANOS, TimeUnit.NANOSECONDS);
        memory.accept(bytes);
        try {
            return Verdicts.onMemory(work.apply(stop), bytes);
        } catch (OutOfMemoryError full) { // of native memory: a full heap ends the process
            return Verdicts.onMemory(new Answer.Failed(Kind.ENGINE.because(full.toString())), bytes);
        } finally {
            memory.accept(Long.MAX_VALUE);
            stopping.cancel(false);
        }
    }

    private Answer made(Picture picture) {
        int number = pictures.size();
        while (pictures.putIfAbsent(number, picture) != null) {
            number++;
        }
        return new Answer.Made(number);
    }

    private Picture picture(int number) {
        return Objects.requireNonNull(pictures.get(number), "no such picture");
    }

    private void close(int number) {
        var picture = pictures.remove(number);
        if (picture != null) {
            picture.close();
        }
    }
}
