package renditions.local.sam;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import renditions.local.RunOptions;

/// What a developer asked to be invoked.
///
/// @param event that the function is handed
/// @param localStack name or id of a container that runs LocalStack; null: one is started
record SamOptions(RunOptions.Event event, @Nullable String localStack) {
    private static final Set<String> NAMES = Set.of("--event", "--localstack");
    private static final Path FIVE = Path.of("events", "five-uploads-third-corrupt.json");

    /// What the arguments of the command line ask for: any of `--event <file>` and `--localstack <container>`.
    static SamOptions of(List<String> arguments) throws Refused {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new Refused("'" + String.join(" ", arguments)
                        + "' is not understood: give --event <file>, --localstack <container> or nothing.");
            }
            given.put(name, arguments.get(i + 1));
        }
        return new SamOptions(event(given.getOrDefault("--event", FIVE.toString())), given.get("--localstack"));
    }

    private static RunOptions.Event event(String name) throws Refused {
        return switch (RunOptions.of(List.of("--event", name))) {
            case RunOptions.Event event -> event;
            case RunOptions.Refused(var reason) -> throw new Refused(reason);
            case RunOptions.Reprocess _ ->
                throw new Refused(name + " is a tick of scheduled reprocessing: run it with make run.");
            case RunOptions.Five _, RunOptions.Photos _, RunOptions.Replay _ ->
                throw new IllegalStateException("not what was asked for");
        };
    }
}
