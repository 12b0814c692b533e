package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.NanoClock;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Storage;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;

/// Timed calls train the cost model, unless a cancellation comes meanwhile: the process may have been frozen.
class TimedTest {
    private static final ObjectId SHORT = new ObjectId("in", "short.jpg");
    private static final ObjectId LONG = new ObjectId("in", "long.jpg");
    private static final PixelSize SIZE = new PixelSize(1200, 800);
    private static final Header HEADER = new Header(Format.JPEG, SIZE, 1, false, false, Storage.PHOTO);
    private static final MemorySegment BYTES = MemorySegment.ofArray(new byte[1]);

    private final CancellationSource source = new CancellationSource();
    private final PaperImages images = new PaperImages();
    private final CostModel costs = new CostModel(images.profile());

    /// A call that succeeds.
    @FunctionalInterface
    interface Call {
        Object make(Cancellation cancellation, ObjectStore store, Images images);
    }

    static Stream<Call> calls() {
        return Stream.of(
                (cancellation, store, _) -> store.get(cancellation, SHORT, null, Long.MAX_VALUE),
                (cancellation, store, _) -> store.get(cancellation, LONG, null, Long.MAX_VALUE),
                (cancellation, store, _) -> store.head(cancellation, SHORT),
                (cancellation, store, _) -> store.delete(cancellation, SHORT),
                (cancellation, store, _) ->
                        store.put(cancellation, SHORT, BYTES, new Labels("a/b", "no-store"), new Condition.Always()),
                (cancellation, _, images) -> images.decode(cancellation, BYTES, HEADER, SIZE),
                (cancellation, _, images) -> picture(images).resize(cancellation, new Geometry(SIZE, SIZE)),
                (cancellation, _, images) -> picture(images).encode(cancellation, Format.WEBP, 80));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_trains_the_model_unless_it_is_cancelled_meanwhile(Call call) {
        var store = store();
        var untrained = expected();

        call.make(source, timed(cancelling(ObjectStore.class, store)), timed(cancelling(Images.class, images)));
        assertThat(source.isCancelled()).isTrue();
        assertThat(expected()).isEqualTo(untrained);

        call.make(Cancellation.never(), timed(store), timed(images));
        assertThat(expected()).isNotEqualTo(untrained);
    }

    private static MemoryStore store() {
        var store = new MemoryStore();
        store.add(SHORT, new byte[1]);
        store.add(LONG, new byte[1 << 20]);
        return store;
    }

    /// A picture whose decoding trained nothing.
    private static Picture picture(Images images) {
        var cancelled = new CancellationSource();
        cancelled.cancel();
        return (Picture) images.decode(cancelled, BYTES, HEADER, SIZE);
    }

    private ObjectStore timed(ObjectStore store) {
        return new TimedStore(store, costs, hours());
    }

    private Images timed(Images images) {
        return new TimedImages(images, costs, hours());
    }

    /// A clock by which every call takes an hour.
    private static NanoClock hours() {
        var hours = new AtomicLong();
        return () -> TimeUnit.HOURS.toNanos(hours.incrementAndGet());
    }

    /// The same with the cancellation at the end of each call.
    private <T> T cancelling(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var result = method.invoke(real, arguments);
                    source.cancel();
                    return result instanceof Picture picture ? cancelling(Picture.class, picture) : result;
                }));
    }

    /// What the model expects of everything that is called here.
    private List<Object> expected() {
        return List.of(
                costs.of(new Source(LONG, "etag", OptionalLong.of(1 << 20), null, 1))
                        .waitNanos(),
                costs.fromHeader(HEADER, 1 << 20, SIZE, Desk.SET));
    }
}
