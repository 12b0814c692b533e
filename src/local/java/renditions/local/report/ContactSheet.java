package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;

/// One HTML page that shows a run: every upload with its renditions, how it ended and why. The page is
/// self-contained: pictures are data URIs, there is no script, and its content security policy allows neither
/// scripts nor requests.
public final class ContactSheet {
    /// How many bytes of renditions a page may embed, before Base64, shared evenly by its items; a browser stays
    /// quick with this much. The smallest renditions are embedded, the others only described.
    static final long ALLOWANCE = 30_000_000;

    private static final Template TEMPLATE = template();

    private ContactSheet() {}

    /// Writes the page of a run.
    ///
    /// @param page UTF-8; neither flushed nor closed here
    public static void write(Run run, Writer page) {
        TEMPLATE.execute(new Page(run, ALLOWANCE), page);
    }

    private static Template template() {
        try (var text = part("contact-sheet")) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .withLoader(ContactSheet::part)
                    .compile(text);
        } catch (IOException problem) {
            throw new UncheckedIOException("contact-sheet.html", problem);
        }
    }

    private static Reader part(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(ContactSheet.class.getResourceAsStream(name + ".html"), name), UTF_8);
    }
}
