package renditions.bench;

import java.util.List;
import renditions.image.vips.VipsImages;

/// The benchmarks: `make bench`, or one of them with `make bench BENCH=<name>`. Prints a table for each.
public final class Bench {
    private Bench() {}

    /// Measures and prints.
    ///
    /// @param arguments the name of a [Suite], which `make` has looked at; none for all
    public static void main(String[] arguments) throws Exception {
        var suites = arguments.length == 0 ? List.of(Suite.values()) : List.of(Suite.of(arguments[0]));
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
