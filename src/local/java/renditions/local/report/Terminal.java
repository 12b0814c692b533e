package renditions.local.report;

import java.nio.charset.Charset;
import java.util.Map;

/// What the reader's screen can do.
///
/// @param interactive whether a person watches, so that lines may be overwritten
/// @param colours whether the terminal shows colours and the reader wants them
/// @param unicode whether the terminal shows more than ASCII
public record Terminal(boolean interactive, boolean colours, boolean unicode) {
    /// What the environment says about the screen.
    ///
    /// @param screen whether the output goes to a terminal at all, see [java.io.Console#isTerminal()]
    /// @param environment of the process: `NO_COLOR` (set to anything) switches off colours, `TERM=dumb` colours
    ///     and overwriting
    /// @param output the character set of the output
    public static Terminal of(boolean screen, Map<String, String> environment, Charset output) {
        boolean clever = screen && !"dumb".equals(environment.get("TERM"));
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(clever, clever && !plain, output.name().startsWith("UTF-"));
    }
}
