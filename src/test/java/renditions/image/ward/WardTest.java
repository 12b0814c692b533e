package renditions.image.ward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Severity;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Rendered;
import renditions.image.Storage;
import renditions.image.Thumbnail;
import renditions.testing.ChildProcesses;

/// Real children with an engine without pixels: how each of their ends becomes a problem of one picture.
@Timeout(120) // seconds: a child that is not ended must fail the test, not hang it
class WardTest {
    private static final Cancellation NEVER = Cancellation.never();
    private static final PixelSize SIZE = new PixelSize(30, 20);
    private static final Header HEADER = new Header(Format.JPEG, SIZE, 1, false, false, Storage.PHOTO);

    /// The most bytes of a picture.
    private static final long MEMORY = 500_000_000;

    /// Longer than a busy machine takes.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final OddImages here = new OddImages();
    private final WardedImages ward = ward(OddChild.launch());

    private WardedImages ward(Launch launch) {
        return new WardedImages(here, launch, MEMORY, PATIENCE, log::add);
    }

    @AfterEach
    void no_child_is_left() {
        ward.rest();
        Awaitility.await().until(() -> children() == 0);
        assertThat(here.open()).isZero();
    }

    private static long children() {
        return ChildProcesses.running(OddChild.class.getName()).count();
    }

    @Test
    void nothing_is_started_before_the_first_suspect() {
        assertThat(ward.version()).isEqualTo("paper 1");
        assertThat(ward.profile().decodeBytes(HEADER, SIZE)).isZero();
        assertThat(children()).isZero();
    }

    @Test
    void a_suspect_that_does_no_harm_becomes_what_it_becomes_elsewhere_in_one_child() {
        assertThat(ward.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
        try (var base = (Picture) decode("30x20");
                var small = (Picture) base.resize(NEVER, new Geometry(new PixelSize(6, 4), new PixelSize(4, 4)));
                var encoded = (EncodedPicture) small.encode(NEVER, Format.PNG, 80)) {
            assertThat(new String(encoded.bytes().toArray(ValueLayout.JAVA_BYTE), UTF_8))
                    .isEqualTo("4x4 png 80");
            assertThat(encoded.size()).isEqualTo(new PixelSize(4, 4));
            assertThat(((Thumbnail) base.thumbnail(NEVER)).size()).isEqualTo(SIZE);
        }
        assertThat(children()).isOne();
        assertThat(log).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_suspect_is_told_as_elsewhere() {
        var nothing = ward.probe(NEVER, picture("nothing"), ImageLimits.DEFAULT);

        assertThat(nothing).isEqualTo(here.probe(NEVER, picture("nothing"), ImageLimits.DEFAULT));
        assertThat(failure(ward.probe(NEVER, picture("probe throw 30x20"), ImageLimits.DEFAULT))
                        .message())
                .isEqualTo("the image engine failed: java.lang.IllegalStateException: as the test wants it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "halt     | CRASHED         | its process ended with code 77; save the picture anew, and upload that",
                "complain | CRASHED         | its process ended with code 77; save the picture anew, and upload that",
                "babble   | CRASHED         | its process did not answer as agreed (a frame of 1869899881 and",
                "kill     | TOO_MUCH_MEMORY | its process ended by signal 9; save the picture anew, smaller or"
            })
    void a_suspect_that_ends_its_process_is_condemned_and_the_next_gets_another(
            String harm, String code, String detail) {
        for (var when : List.of("probe", "decode")) {
            var problem = failure(work(when, harm));

            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).startsWith(detail);
            assertThat(problem.severity()).isEqualTo(Severity.PERMANENT);
        }
        assertThat(ward.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
        assertThat(log).hasSize(2).allMatch(line -> line.startsWith("WARD_LOST the process that decoded a suspect"));
    }

    @Test
    void its_last_words_are_logged_as_one_line() {
        work("probe", "complain");

        assertThat(log)
                .containsExactly(
                        "WARD_LOST the process that decoded a suspect was lost: its process ended with code 77:"
                                + " the tongue is cut off");
    }

    /// The first picture may have broken what the second one trips over.
    @Test
    void a_child_that_has_seen_other_pictures_condemns_none() {
        assertThat(ward.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
        assertThat(ward.probe(NEVER, picture("probe halt-if-not-first 30x20"), ImageLimits.DEFAULT))
                .isEqualTo(HEADER);
        assertThat(log).hasSize(1);
    }

    @Test
    void a_suspect_that_does_not_stop_is_stuck() {
        var strict = new WardedImages(here, OddChild.launch(), MEMORY, Duration.ofMillis(1), log::add);
        assertThat(strict.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
        var problem =
                failure(strict.probe(left(Duration.ofMillis(4)), picture("probe hang 30x20"), ImageLimits.DEFAULT));

        assertThat(problem.message())
                .isEqualTo("the image engine does not come to an end with the picture: it neither ended nor stopped"
                        + " within 3 ms; save the picture anew, or raise the function's time-out");
        assertThat(problem.severity()).isEqualTo(Severity.PERMANENT);
    }

    @Test
    void a_suspect_that_stops_after_half_of_the_time_is_only_stopped() {
        warm();

        assertThat(decode(left(Duration.ofMillis(200)), "decode heed 30x20")).isEqualTo(new ImageProblem.Stopped());
        assertThat(log).isEmpty();
    }

    @Test
    void a_cancellation_wins_and_ends_the_child() throws Exception {
        warm();
        var source = new CancellationSource();
        var cancelling = Thread.ofPlatform().start(() -> {
            Awaitility.await().until(() -> children() == 1);
            source.cancel();
        });

        assertThat(decode(source, "decode hang 30x20")).isEqualTo(new ImageProblem.Stopped());
        cancelling.join();
        Awaitility.await().until(() -> children() == 0);
        assertThat(ward.probe(source, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(new ImageProblem.Stopped());
        assertThat(log).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux limits the memory of a process")
    void a_suspect_that_takes_too_much_memory_is_told_so_by_the_operating_system() {
        for (var when : List.of("probe", "decode")) {
            assertThat(failure(work(when, "bomb")).code()).isEqualTo("TOO_MUCH_MEMORY");
        }
        assertThat(ward.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
    }

    /// A decoded picture is no suspect any more.
    @Test
    void pixels_whose_child_is_gone_may_be_made_again() {
        try (var base = (Picture) decode("30x20")) {
            ChildProcesses.running(OddChild.class.getName()).forEach(ProcessHandle::destroyForcibly);

            assertThat(((ImageProblem.Failure) base.encode(NEVER, Format.PNG, 80)).severity())
                    .isEqualTo(Severity.RETRYABLE);
            assertThat(((ImageProblem.Failure) base.thumbnail(NEVER)).severity())
                    .isEqualTo(Severity.RETRYABLE);
            assertThat(((ImageProblem.Failure) base.resize(NEVER, new Geometry(SIZE, SIZE))).severity())
                    .isEqualTo(Severity.RETRYABLE);
        }
    }

    @Test
    void pixels_are_stopped_by_a_cancellation() {
        var source = new CancellationSource();
        try (var base = (Picture) decode("30x20")) {
            source.cancel();

            assertThat(base.encode(source, Format.PNG, 80)).isEqualTo(new ImageProblem.Stopped());
        }
    }

    static Stream<Launch> unstartable() {
        return Stream.of(
                new Launch(List.of("/nowhere/java")), // no program
                new Launch(List.of("true")), // ends at once
                new Launch(List.of("cat")), // answers with the question
                Launch.of("/nowhere.jar", OddChild.class, List.of())); // no such class
    }

    @ParameterizedTest
    @MethodSource("unstartable")
    void where_no_child_can_be_started_suspects_are_worked_on_here_and_the_log_says_so_once(Launch launch) {
        var wardless = ward(launch);

        assertThat(wardless.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
        ((Picture) wardless.decode(NEVER, picture("30x20"), HEADER, SIZE)).close();
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("NO_WARD no process for suspects can be started, so they are decoded in this one: ");
    }

    @Test
    void between_two_invocations_no_child_waits_and_the_next_suspect_gets_one_again() {
        warm();
        ward.rest();
        Awaitility.await().until(() -> children() == 0);

        warm();
        assertThat(children()).isOne();
    }

    /// As when this process is killed: all its pipes close.
    @Test
    void a_child_ends_with_its_parent_even_if_it_hangs() throws Exception {
        var process = OddChild.launch().start();
        new Request.Probe(Long.MAX_VALUE, Long.MAX_VALUE, ImageLimits.DEFAULT, picture("probe hang 30x20"))
                .frame()
                .write(process.getOutputStream());
        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
    }

    private void warm() {
        assertThat(ward.probe(NEVER, picture("30x20"), ImageLimits.DEFAULT)).isEqualTo(HEADER);
    }

    private Object work(String when, String harm) {
        var picture = picture(when + " " + harm + " 30x20");
        return when.equals("probe")
                ? ward.probe(NEVER, picture, ImageLimits.DEFAULT)
                : ward.decode(NEVER, picture, HEADER, SIZE);
    }

    private Rendered decode(String picture) {
        return decode(NEVER, picture);
    }

    private Rendered decode(Cancellation cancellation, String picture) {
        return ward.decode(cancellation, picture(picture), HEADER, SIZE);
    }

    /// A cancellation that does not come, although it says that this time is left.
    private static Cancellation left(Duration time) {
        return new CancellationSource(time::toNanos);
    }

    private static MemorySegment picture(String words) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, words.getBytes(UTF_8));
    }

    private static ImageProblem.Failure failure(Object result) {
        return (ImageProblem.Failure) result;
    }
}
