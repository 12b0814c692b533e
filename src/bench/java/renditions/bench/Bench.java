package renditions.bench;

import java.util.List;
import renditions.image.vips.VipsImages;

/// The benchmarks: `make bench`, or one of them with `make bench BENCH=<name>`. Prints a table for each.
public final class Bench {
    private Bench() {}

    /// Measures and prints. If there is no such benchmark, it prints one sentence and ends with exit code 2.
    ///
    /// @param arguments ids of [Suite]; none for all
    public static void main(String[] arguments) throws Exception {
        try {
            run(arguments.length == 0 ? List.of(Suite.values()) : Suite.of(List.of(arguments)));
        } catch (Suite.Unknown unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
        }
    }

    private static void run(List<Suite> suites) throws Exception {
        var images = VipsImages.load(System.getenv("LIBVIPS"), null);
        print(List.of("# Benchmarks", "", Machine.described(images)));
        for (var suite : suites) {
            print(suite.run(images).lines());
        }
    }

    private static void print(List<String> lines) {
        lines.forEach(System.out::println);
        System.out.println();
    }
}
