package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.batch.Severity;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.RenditionSpec;
import renditions.testing.Drawing;
import renditions.testing.Metadata;
import renditions.testing.OddPicture;
import renditions.testing.OddPictures;

/// The outcomes of odd pictures: those made here, and those in the folder that the system property `corpus` names. A
/// table `outcomes.tsv` there gives for each `file` the `expected` outcome and, if it is known, the `sha256`.
class OutcomesIT {
    private static final RenditionSpec LARGE = new RenditionSpec("large", 320, 320, Fit.INSIDE, Format.writables(), 80);
    private static final RenditionSpec SMALL = new RenditionSpec("small", 64, 64, Fit.COVER, Format.writables(), 80);

    static Stream<OddPicture> pictures() throws IOException {
        var corpus = System.getProperty("corpus", "");
        return Stream.of(
                        OddPictures.all().stream(),
                        engineMade(),
                        corpus.isEmpty() ? Stream.<OddPicture>empty() : read(Path.of(corpus)))
                .flatMap(pictures -> pictures);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void every_picture_gets_the_outcome_of_its_table(OddPicture picture) {
        assertThat(outcome(picture.bytes())).isEqualTo(picture.expected());
    }

    /// Sends a picture the whole way through the engine.
    private static String outcome(byte[] file) {
        return switch (Engine.probe(file)) {
            case ImageProblem.Stopped _ -> throw new AssertionError("nobody stops it");
            case ImageProblem.Failure failure -> described(failure);
            case Header header -> outcome(file, header);
        };
    }

    private static String outcome(byte[] file, Header header) {
        return switch (Engine.rendered(file, LARGE.geometry(header.size()).scaled())) {
            case ImageProblem.Stopped _ -> throw new AssertionError("nobody stops it");
            case ImageProblem.Failure failure -> described(failure);
            case Picture base -> {
                try (base) {
                    makeRendition(base);
                    yield "OK";
                }
            }
        };
    }

    private static void makeRendition(Picture base) {
        var geometry = SMALL.geometry(base.size());
        try (var small = Engine.picture(base.resize(Engine.NEVER, geometry))) {
            for (var format : Format.writables()) {
                var file = Engine.encode(small, format);
                var seen = Engine.seen(file, format);
                assertThat(seen.getWidth()).isEqualTo(geometry.cut().width());
                assertThat(seen.getHeight()).isEqualTo(geometry.cut().height());
                assertThat(new String(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(Metadata.SECRET, "<script", "PK\3\4");
            }
        }
    }

    private static String described(ImageProblem.Failure failure) {
        assertThat(failure.severity()).isEqualTo(Severity.PERMANENT);
        assertThat(failure.message()).matches("[ -~]{10,300}");
        return failure.code();
    }

    private static Stream<OddPicture> engineMade() {
        var photo = Drawing.photo(300, 200);
        var webp = Engine.made(photo, "webpsave_buffer", "Q=80");
        var avif = Engine.made(photo, "heifsave_buffer", "compression=av1,effort=0,keep=none");
        var exifAtItsEnd = Engine.made(photo, "heifsave_buffer", "compression=av1,effort=0");
        return Stream.of(
                        Stream.of(
                                new OddPicture("plain.webp", "OK", webp),
                                new OddPicture("plain.avif", "OK", avif),
                                new OddPicture(
                                        "cut-exif.avif", "OK", Arrays.copyOf(exifAtItsEnd, exifAtItsEnd.length - 9))),
                        OddPictures.cuts("cut-%d.webp", webp, 1, 10, 50, 90, 99),
                        OddPictures.cuts("cut-%d.avif", avif, 50, 90, 99))
                .flatMap(kind -> kind);
    }

    private static Stream<OddPicture> read(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve("outcomes.tsv"));
        var columns = List.of(lines.getFirst().split("\t", -1));
        assertThat(lines).as("the table of " + folder).hasSizeGreaterThan(1);
        return lines.stream().skip(1).map(line -> read(folder, columns, List.of(line.split("\t", -1))));
    }

    private static OddPicture read(Path folder, List<String> columns, List<String> line) {
        var file = line.get(columns.indexOf("file"));
        var bytes = content(folder.resolve(file));
        if (columns.contains("sha256")) {
            assertThat(sha256(bytes)).as(file).isEqualTo(line.get(columns.indexOf("sha256")));
        }
        return new OddPicture(file, line.get(columns.indexOf("expected")), bytes);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
