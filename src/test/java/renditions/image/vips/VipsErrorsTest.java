package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.image.ImageProblem.Kind;

class VipsErrorsTest {
    @Test
    void lines_become_one_and_nothing_is_said_twice() {
        assertThat(VipsErrors.scrubbed("VipsJpeg: premature end\nVipsJpeg: premature end\n\njpegload: failed\n"))
                .isEqualTo("VipsJpeg: premature end; jpegload: failed");
    }

    @Test
    void control_characters_and_other_bytes_of_strangers_are_blanks() {
        assertThat(VipsErrors.scrubbed("tag \u001b[31m\u0000\u0007\"\u00e4\u202e\"\r"))
                .isEqualTo("tag [31m \" \"");
    }

    @Test
    void paths_are_left_out() {
        assertThat(VipsErrors.scrubbed("unable to open \"/var/task/lib/x.so\": /tmp/vips-1.v, not found"))
                .isEqualTo("unable to open \"...\": ..., not found");
        assertThat(VipsErrors.scrubbed("12 and/or 16 bits")).isEqualTo("12 and/or 16 bits");
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(VipsErrors.scrubbed("x".repeat(10_000)))
                .hasSize(VipsErrors.LONGEST)
                .endsWith("x...");
    }

    @Test
    void chatter_is_left_out() {
        assertThat(VipsErrors.scrubbed("source: bad seek to 12\nsource: bad seek to 99\n"))
                .isEmpty();
    }

    @Test
    void where_memory_is_short_the_picture_is_not_to_blame() {
        var failure = new VipsFailure("vips_tracked: out of memory --- size == 96MB");
        assertThat(failure.problem(Cancellation.never(), Kind.CORRUPT))
                .isEqualTo(Kind.ENGINE.because("vips_tracked: out of memory --- size == 96MB"));
        assertThat(new VipsFailure("premature end").problem(Cancellation.never(), Kind.CORRUPT))
                .isEqualTo(Kind.CORRUPT.because("premature end"));
    }
}
