package renditions.image.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The process of [BudgetIT]: decodes one file after the other. Prints after each decode the most bytes that libvips
/// held until then.
final class BudgetRun {
    private BudgetRun() {}

    /// Decodes these files.
    ///
    /// @param arguments files, each followed by the part of its size to decode it at
    public static void main(String[] arguments) throws IOException {
        for (int argument = 0; argument < arguments.length; argument += 2) {
            var file = Files.readAllBytes(Path.of(arguments[argument]));
            var size = Engine.header(file).size().scaled(Double.parseDouble(arguments[argument + 1]));
            Engine.decode(file, size).close();
            System.out.println(Engine.IMAGES.library().process().highWater());
        }
    }
}
