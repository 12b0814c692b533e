package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.PixelSize;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;

/// Mistakes with what is owned are exceptions, not crashes of the process.
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
    void a_picture_stays_as_it_is_when_it_is_resized_and_encoded() {
        try (var picture = Engine.decode(FILE)) {
            var before = Engine.encode(picture, Format.PNG);
            Engine.picture(picture.resize(Engine.NEVER, new Geometry(SMALL, SMALL)))
                    .close();
            Engine.encode(picture, Format.JPEG);
            assertThat(Engine.encode(picture, Format.PNG)).isEqualTo(before);
        }
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
