package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.testing.Soak;

/// A heap that really is full, in a process of its own.
class OutOfMemoryTest {
    private static final int BATCHES = Soak.times(25, 500);

    @ParameterizedTest
    @CsvSource({"network, 24", "network, 64", "pixels, 24", "pixels, 64"})
    void an_item_that_takes_all_memory_takes_neither_room_nor_load_with_it(String lane, int megabytes)
            throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                lane,
                String.valueOf(BATCHES));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
    }
}
