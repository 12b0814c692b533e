package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem.Failure;
import renditions.image.ImageProblem.Kind;
import renditions.testing.Bytes;

/// What the guard makes of a file.
final class Guarded {
    private Guarded() {}

    /// The file as it is afterwards, which must pass.
    static byte[] passed(byte[] file) {
        try (var arena = Arena.ofConfined()) {
            var bytes = Bytes.toNative(arena, file);
            assertThat(Guard.problem(new Upload(bytes), ImageLimits.DEFAULT)).isEmpty();
            return bytes.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// Asserts that the file is refused as unsupported, with these words.
    static void assertRefused(byte[] file, String words) {
        assertRefused(Kind.UNSUPPORTED, file, words);
    }

    static void assertRefused(Kind kind, byte[] file, String words) {
        var problem = problem(file);
        assertThat(problem).map(Failure::kind).contains(kind);
        assertThat(problem)
                .map(Failure::detail)
                .hasValueSatisfying(detail -> assertThat(detail).contains(words).contains("; "));
    }

    static Optional<Failure> problem(byte[] file) {
        try (var arena = Arena.ofConfined()) {
            return Guard.problem(new Upload(Bytes.toNative(arena, file)), ImageLimits.DEFAULT);
        }
    }
}
