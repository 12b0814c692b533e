package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import renditions.image.Colour;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Gravity;
import renditions.image.ImageLimits;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.Profiles;

/// Mistakes with owned memory are exceptions, not crashes of the process.
class OwnershipIT {
    private static final byte[] FILE = ImageFiles.jpeg(Drawing.photo(200, 100));
    private static final PixelSize SMALL = new PixelSize(20, 10);

    @Test
    void a_closed_picture_refuses_everything() {
        var picture = Engine.decode(FILE);
        picture.close();
        var geometry = new Geometry(SMALL, SMALL);
        assertThatThrownBy(picture::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> picture.resize(Engine.NEVER, geometry)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> picture.encode(Engine.NEVER, Format.PNG, 80))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> picture.thumbnail(Engine.NEVER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void encoded_bytes_can_be_read_on_every_thread_and_changed_on_none() {
        try (var picture = Engine.decode(FILE);
                var encoded = Engine.encoded(picture.encode(Engine.NEVER, Format.PNG, 80))) {
            var elsewhere = CompletableFuture.supplyAsync(() -> Engine.bytes(encoded.bytes()));
            assertThat(elsewhere.join()).isEqualTo(Engine.bytes(encoded.bytes()));
            assertThat(encoded.bytes().isReadOnly()).isTrue();
            assertThat(encoded.size()).isEqualTo(picture.size());
            assertThat(encoded.format()).isEqualTo(Format.PNG);
        }
    }

    @Test
    void closed_bytes_cannot_be_read() {
        MemorySegment bytes;
        try (var picture = Engine.decode(FILE);
                var encoded = Engine.encoded(picture.encode(Engine.NEVER, Format.PNG, 80))) {
            bytes = encoded.bytes();
        }
        assertThatThrownBy(() -> bytes.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_picture_stays_as_it_is_when_it_is_resized_looked_at_and_encoded() {
        try (var picture = Engine.decode(FILE)) {
            var before = Engine.encode(picture, Format.PNG);
            Engine.picture(picture.resize(Engine.NEVER, new Geometry(SMALL, SMALL)))
                    .close();
            Engine.thumbnail(picture);
            Engine.encode(picture, Format.JPEG);
            assertThat(Engine.encode(picture, Format.PNG)).isEqualTo(before);
        }
    }

    /// One journey for each C call, which throws: through a header, a damaged profile, a turn, a cut, a canvas, an
    /// encoding, a thumbnail.
    @Test
    void everything_is_given_back_at_whichever_call_of_c_memory_runs_out() throws Exception {
        var libvips = LibraryFile.of(Path.of(System.getenv("LIBVIPS"))).open();
        var file = Metadata.jpegWithExif(
                Metadata.jpegWithProfile(ImageFiles.jpeg(Drawing.photo(200, 100)), Profiles.damaged()),
                Metadata.orientation(6));
        BrittleLibrary brittle;
        int call = 1;
        do {
            brittle = new BrittleLibrary(libvips, call++);
            journey(brittle, file);
            assertThat(brittle.open()).as("not given back, call %d", call - 1).isEmpty();
            assertThat(brittle.openResults()).as("results, call %d", call - 1).isEmpty();
        } while (brittle.hasThrown());
        Engine.awaitHeld(0);
        assertThat(brittle.calls()).isGreaterThan(100);
    }

    private static void journey(CLibrary library, byte[] file) {
        try (var arena = Arena.ofConfined()) {
            var bytes = Bytes.toNative(arena, file);
            var vips = new VipsLibrary(new LibraryFile(Path.of("brittle")), library);
            var header = Engine.header(new VipsProbe(vips).probe(Engine.NEVER, bytes, ImageLimits.DEFAULT));
            var blue = new Colour(0, 0, 255, 99);
            var canvas = new PixelSize(12, 12);
            var geometry = new Geometry(SMALL.turned(), new PixelSize(8, 8), canvas, Gravity.ATTENTION, blue, true);
            try (var base = Engine.picture(new VipsDecoding(vips).decode(Engine.NEVER, bytes, header, header.size()));
                    var small = Engine.picture(base.resize(Engine.NEVER, geometry));
                    var encoded = Engine.encoded(small.encode(Engine.NEVER, Format.WEBP, 80))) {
                assertThat(encoded.bytes().byteSize()).isPositive();
                Engine.thumbnail(small);
            }
        } catch (OutOfMemoryError expected) {
            assertThat(expected).hasMessageStartingWith("for the test");
        }
    }

    /// The JVM refuses memory of such a length.
    @Test
    void encoded_bytes_that_cannot_be_taken_over_are_given_back() throws Exception {
        var libvips = LibraryFile.of(Path.of(System.getenv("LIBVIPS"))).open();
        var counting = new BrittleLibrary(libvips, Integer.MAX_VALUE);
        CLibrary endless = name -> name.equals("vips_blob_get")
                ? (_, length, _, _) -> {
                    length.set(ValueLayout.JAVA_LONG, 0, -1);
                    return 0;
                }
                : counting.function(name);
        assertThatThrownBy(() -> journey(endless, FILE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(counting.open()).isEmpty();
    }

    @Test
    void formats_that_are_only_read_cannot_be_asked_for() {
        try (var picture = Engine.decode(FILE)) {
            assertThatThrownBy(() -> picture.encode(Engine.NEVER, Format.GIF, 80))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("GIF");
        }
    }
}
