package renditions.image.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.Colour;
import renditions.image.Encoding;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Gravity;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
import renditions.image.Storage;
import renditions.image.Thumbnail;

/// What goes through the pipes between two processes.
class FrameTest {
    private static final MemorySegment PICTURE = MemorySegment.ofArray(new byte[] {7, 8, 9});
    private static final PixelSize SIZE = new PixelSize(3, 2);
    private static final Header HEADER =
            new Header(Format.WEBP, new PixelSize(30, 20), 5, true, true, new Storage(4, 2, 99, false, 7));

    static List<Request> requests() {
        return List.of(
                new Request.Greet(),
                new Request.Probe(1, 2, new ImageLimits(3, 4), PICTURE),
                new Request.Decode(1, 2, HEADER, SIZE, PICTURE),
                new Request.Resize(1, new Geometry(new PixelSize(4, 3), SIZE)),
                new Request.Resize(
                        1,
                        new Geometry(
                                new PixelSize(4, 3),
                                SIZE,
                                new PixelSize(9, 8),
                                Gravity.NORTHEAST,
                                new Colour(1, 2, 3, 4),
                                true)),
                new Request.Encode(1, new Encoding(Format.AVIF, 50, new Colour(9, 8, 7, 255))),
                new Request.Sketch(6),
                new Request.Close(7));
    }

    static List<Answer> answers() {
        return List.of(
                new Answer.Hello("libvips 8.18.7"),
                new Answer.Recognised(HEADER),
                new Answer.Made(9),
                new Answer.Coded(PICTURE),
                new Answer.Failed(new ImageProblem.Stopped()),
                new Answer.Failed(Kind.CORRUPT.because("no end")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_arrives_as_it_was(Request request) throws Exception {
        assertThat(Request.of(sent(request.frame())))
                .usingRecursiveComparison()
                .withEqualsForType(FrameTest::sameBytes, MemorySegment.class)
                .isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_arrives_as_it_was(Answer answer) throws Exception {
        assertThat(Answer.of(sent(answer.frame())))
                .usingRecursiveComparison()
                .withEqualsForType(FrameTest::sameBytes, MemorySegment.class)
                .isEqualTo(answer);
    }

    @Test
    void a_thumbnail_arrives_as_it_was() throws Exception {
        var rgba = new byte[24];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = (byte) (10 * i);
        }
        var answer = (Answer.Sketched) Answer.of(sent(new Answer.Sketched(new Thumbnail(SIZE, rgba)).frame()));

        assertThat(answer.thumbnail().size()).isEqualTo(SIZE);
        assertThat(Values.rgba(answer.thumbnail()).toArray(ValueLayout.JAVA_BYTE))
                .isEqualTo(rgba);
    }

    @Test
    void a_text_of_the_other_process_becomes_one_short_line() throws Exception {
        var shouting = Kind.CORRUPT.because("a\n\u001b[31mb\u00fc" + "!".repeat(9000));
        var answer = (Answer.Failed) Answer.of(sent(new Answer.Failed(shouting).frame()));

        assertThat(((ImageProblem.Failure) answer.problem()).detail())
                .startsWith("a [31mb !!!")
                .hasSize(500);
    }

    @Test
    void a_stream_that_ends_before_a_frame_has_no_more() throws Exception {
        assertThat(read(new byte[0], 0)).isEmpty();
    }

    @Test
    void a_stream_that_ends_anywhere_within_a_frame_is_broken() {
        var whole = bytes(new Request.Probe(1, 2, new ImageLimits(3, 4), PICTURE).frame());
        for (int length = 1; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part, 3)).as("%d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_frame_that_is_longer_than_expected_is_refused_before_it_is_read() {
        assertRefused(head(0, 8193, 0), "a frame of 8193 and 0 bytes");
        assertRefused(head(0, -1, 0), "a frame of -1 and 0 bytes");
        assertRefused(head(0, 0, 4), "a frame of 0 and 4 bytes");
        assertRefused(head(0, 0, -1), "a frame of 0 and -1 bytes");
    }

    private static void assertRefused(byte[] head, String words) {
        assertThatThrownBy(() -> read(head, 3))
                .isInstanceOf(Frame.Malformed.class)
                .hasMessage(words);
    }

    static Stream<Frame> nonsense() {
        return Stream.of(
                Frame.of(99, Frame.NO_BYTES, _ -> {}),
                Frame.of(1, Frame.NO_BYTES, _ -> {}), // too short
                Frame.of(2, Frame.NO_BYTES, out -> out.write(new byte[100])), // no values
                Frame.of(3, Frame.NO_BYTES, out -> out.write(new byte[20])), // a picture without pixels
                Frame.of(5, Frame.NO_BYTES, out -> out.writeLong(1)), // too long
                Frame.of(6, Frame.NO_BYTES, out -> out.writeUTF("NONE"))); // neither a number nor a kind
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void fields_that_mean_nothing_are_malformed(Frame frame) {
        assertThatThrownBy(() -> Request.of(frame)).isInstanceOf(Frame.Malformed.class);
        if (frame.kind() != 3) { // an encoded picture has no fields to be wrong
            assertThatThrownBy(() -> Answer.of(frame)).isInstanceOf(Frame.Malformed.class);
        }
    }

    private static byte[] head(int kind, int fields, long bytes) {
        return ByteBuffer.allocate(13)
                .put((byte) kind)
                .putInt(fields)
                .putLong(bytes)
                .array();
    }

    private static Frame sent(Frame frame) throws IOException {
        return read(bytes(frame), 100).orElseThrow();
    }

    private static Optional<Frame> read(byte[] bytes, long most) throws IOException {
        return Frame.read(new ByteArrayInputStream(bytes), most, Arena.ofAuto());
    }

    private static byte[] bytes(Frame frame) {
        var stream = new ByteArrayOutputStream();
        try {
            frame.write(stream);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return stream.toByteArray();
    }

    private static boolean sameBytes(MemorySegment one, MemorySegment other) {
        return one.mismatch(other) == -1;
    }
}
