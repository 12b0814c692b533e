package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import renditions.local.report.Advice;
import renditions.local.report.ContactSheet;
import renditions.local.report.Harmless;
import renditions.local.report.ItemTable;
import renditions.local.report.ReplacementLines;
import renditions.local.report.Run;
import renditions.local.report.Terminal;
import renditions.local.report.Whereabouts;
import renditions.local.report.Words;

/// The results of a run: lines for the terminal, and the contact sheet.
///
/// @param terminal where the lines are shown
/// @param sheet where the contact sheet is written
record Printout(PrintStream out, Terminal terminal, Path sheet) {
    /// Of uploads that came through the queue.
    void uploads(Run run) throws IOException {
        table(run);
        new Whereabouts(terminal).lines(run).forEach(out::println);
        run.then().map(new ReplacementLines(terminal)::lines).ifPresent(lines -> lines.forEach(out::println));
        end(run);
    }

    /// Of an event, which the function was handed once, or again after an exception.
    void event(Run run) throws IOException {
        table(run);
        var receive = run.receives().getLast();
        if (!receive.flaw().isEmpty()) {
            run.receives().forEach(each -> out.println(Harmless.text(each.sentence(), terminal.unicode())));
        }
        out.println("not acknowledged: " + Words.messages(receive.unacknowledged(), receive.messages()));
        end(run);
    }

    private void table(Run run) {
        new ItemTable(terminal).lines(run).forEach(out::println);
        run.receives().stream()
                .limit(1)
                .filter(first -> !first.reply().isEmpty())
                .forEach(first -> out.println("reply: " + first.reply()));
    }

    private void end(Run run) throws IOException {
        Advice.lines(run).forEach(out::println);
        Files.createDirectories(sheet.getParent());
        try (var page = Files.newBufferedWriter(sheet, UTF_8)) {
            ContactSheet.write(run, page);
        }
        out.println("contact sheet: " + sheet + " (open it in a browser)");
    }
}
