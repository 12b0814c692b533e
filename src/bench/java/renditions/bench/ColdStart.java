package renditions.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import renditions.bench.ColdRun.Took;
import renditions.image.vips.VipsImages;

/// The benchmark of the cold start: `make bench-cold`. All contenders take turns, so that other work on the machine
/// affects all of them.
public final class ColdStart {
    private static final Path UPLOAD = Path.of("events/uploads/1-mountain-lake.jpg");

    /// Starts of each contender before the measurements, so that its files are in the page cache.
    private static final int WARM_UPS = 2;

    private static final int ROUNDS = 15;

    private final Map<ColdCase, List<Took>> measured = new HashMap<>();
    private final List<ColdCase> cases = ColdCase.all(Cores.count());
    private final ColdRun run;
    private final S3Process s3;
    private final byte[] picture;
    private final int rounds;

    private ColdStart(S3Process s3, byte[] picture, int rounds) {
        this.s3 = s3;
        run = new ColdRun(s3);
        this.picture = picture;
        this.rounds = rounds;
    }

    /// Measures and prints a table.
    ///
    /// @param arguments how many rounds, which `make` has looked at; none for the usual number
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        try (var s3 = S3Process.start()) {
            var start = new ColdStart(s3, Files.readAllBytes(UPLOAD), rounds);
            start.measure();
            System.out.println(Machine.described(VipsImages.load(System.getenv("LIBVIPS"), null)));
            System.out.println();
            start.table().lines().forEach(System.out::println);
        }
    }

    private void measure() throws Exception {
        for (int round = 1 - WARM_UPS; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", Math.max(round, 0), rounds);
            for (int i = 0; i < cases.size(); i++) {
                var upload = s3.upload("%d/%d.jpg".formatted(round, i), picture);
                var took = run.of(cases.get(i), upload);
                if (round > 0) {
                    measured.computeIfAbsent(cases.get(i), _ -> new ArrayList<>())
                            .add(took);
                }
            }
        }
    }

    private Table table() {
        return new Table(
                "Cold start",
                ("Milliseconds from the start of the process to its first answer: SQS event, S3 GET of a JPEG of "
                                + "1600x1067, one WebP 320 pixels wide, PUT. S3 is another process on the last core, "
                                + "over TLS with a chain of certificates like Amazon's (RSA, 2,048 bits) that each "
                                + "start verifies. Medians of %d starts that took turns. "
                                + "Repeat: `make bench-cold`.")
                        .formatted(rounds),
                List.of("start", "S3 over", "cores", "ms", "min to max", "CPU ms", "ratio", "CPU ratio"),
                cases.stream().map(this::row).toList());
    }

    private List<String> row(ColdCase one) {
        return List.of(
                one.contender().name(),
                one.over().name(),
                Integer.toString(one.cores()),
                Cell.number(millis(one).median(), 0),
                Cell.range(millis(one), 0),
                Cell.number(cpu(one).median(), 0),
                Cell.number(millis(one).median() / millis(one.peer()).median(), 2),
                Cell.number(cpu(one).median() / cpu(one.peer()).median(), 2));
    }

    private Distribution millis(ColdCase one) {
        return new Distribution(all(one).stream().map(Took::millis).toList());
    }

    private Distribution cpu(ColdCase one) {
        return new Distribution(all(one).stream().map(Took::cpu).toList());
    }

    private List<Took> all(ColdCase one) {
        return Objects.requireNonNull(measured.get(one));
    }
}
