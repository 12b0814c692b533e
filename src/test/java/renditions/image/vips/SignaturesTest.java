package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.ImageProblem.Kind;
import renditions.testing.Bytes;

class SignaturesTest {
    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments("%PDF-1.7", "PDF"),
                arguments("BM6", "BMP"),
                arguments("8BPS", "a Photoshop document"),
                arguments("....ftypheix....mif1", "HEIC"),
                arguments("....ftypisom", "a film"),
                arguments("....ftypcrx ....", "camera raw"),
                arguments("FUJIFILMCCD-RAW 0201", "camera raw"),
                arguments("IIU\0\30\0\0\0", "camera raw"),
                arguments("IIRO\10\0\0\0", "camera raw"),
                arguments("II\32\0\0\0HEAPCCDR", "camera raw"),
                arguments("\0\0\1\0\1\0\20\20\0\0\1\0\40\0\0\0\0\0\26\0", "an icon"),
                arguments("\0\0\2\0\1\0\40\40\0\0\2\0\3\0\60\1\0\0\26\0", "a cursor"),
                arguments("\0\0\2\0\0\0\0\0\0\0\0\0\140\0\100\0\30\0", "a Targa picture"),
                arguments("\5\0\12\0\0\0\0\0\0\0\0\0\140\0\100\0\40\10hello", "a Targa picture"),
                arguments("\0\1\1\0\0\0\1\30\0\0\0\0\140\0\100\0\10\0", "a Targa picture"),
                arguments("\0\0\7\0\0\0\0\0\0\0\0\0\140\0\100\0\30\0TRUEVISION-XFILE.\0", "a Targa picture"),
                arguments("\0\0\2\0\0\0\0\0\0\0\0\0\0\0\100\0\30\0", "a cursor"),
                arguments("....jP  \r\n", "JPEG 2000"),
                arguments("<!DOCTYPE HTML><p>", "it is a web page (HTML)"),
                arguments("<?xml version='1.0'?><svg>", "SVG is blocked"),
                arguments("<?xml version='1.0'?><Error>", "it is XML"),
                arguments("hello", "it looks like text"),
                arguments("  \r\n\t", "it holds only blanks"),
                arguments("a\0b", "its format is unknown"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("strangers")
    void a_stranger_is_told_by_its_first_bytes(String beginning, String what) {
        var problem = Signatures.problem(bytes(beginning));
        assertThat(problem.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(problem.detail()).startsWith(what);
    }

    @Test
    void a_tiff_that_no_decoder_knows_has_lost_its_directory() {
        assertThat(Signatures.problem(bytes("II*\0\u00ff\u00ff\u00ff\0")).code())
                .isEqualTo("CORRUPT");
        assertThat(Signatures.problem(bytes("MM\0*\0")).code()).isEqualTo("CORRUPT");
    }

    @Test
    void every_short_file_has_an_answer() {
        for (int letter = 0; letter < 256; letter++) {
            assertThat(Signatures.problem(bytes("" + (char) letter)).message()).isNotEmpty();
        }
    }

    private static MemorySegment bytes(String text) {
        return MemorySegment.ofArray(Bytes.of(text));
    }
}
