package renditions.local.report;

import java.util.List;
import java.util.stream.Stream;

/// A replaced upload for the template of the contact sheet; the method names are the template's words.
///
/// @param number its number, from 1, after the items of the run
/// @param allowance how many bytes of renditions the page may hold before encoding
record ReplacementCard(Replacement replacement, int number, long allowance) {
    /// The content that counts in the end, with the renditions that lie in S3.
    Card newest() {
        var item = replacement.last();
        return new Card(number, item, new Allowance(allowance).embedded(item), replacement.took());
    }

    /// Both contents, or the only one, in the order in which they came.
    List<Half> halves() {
        var first = new Half(replacement.first(), "came first", replacement);
        return Stream.concat(
                        Stream.of(first),
                        replacement.second().map(newest -> new Half(newest, "replaced it", replacement)).stream())
                .toList();
    }

    List<Line> steps() {
        return replacement.steps().stream()
                .map(step -> new Line(Words.seconds(step.at()), Harmless.text(step.words(), true)))
                .toList();
    }

    String end() {
        return Harmless.text(replacement.end(), true);
    }

    /// The name of the outcome in the style sheet.
    String verdict() {
        return (replacement.isRight() ? ItemStatus.MADE : ItemStatus.FAILED).style();
    }

    /// One content.
    ///
    /// @param role its place in the order, in words
    /// @param of the upload whose content it is or was
    record Half(Replacement.Content content, String role, Replacement of) {
        String name() {
            return Harmless.text(content.name(), true);
        }

        /// Whether it was replaced.
        boolean isOld() {
            return of.second().filter(newest -> !newest.equals(content)).isPresent();
        }

        /// The content as a picture; one or none.
        List<Shown> shown() {
            return content
                    .item()
                    .preview()
                    .map(preview -> new Shown(preview.format(), preview.bytes(), "", name()))
                    .stream()
                    .toList();
        }

        Journey.Track track() {
            return content.item().journey().track(of.took());
        }

        /// Where on its time line it was uploaded.
        String uploaded() {
            return Journey.percent(content.uploaded(), of.took());
        }

        String way() {
            return "uploaded at " + Words.seconds(content.uploaded()) + ", "
                    + content.item().journey().sentence();
        }
    }

    /// A step of the story.
    record Line(String at, String words) {}
}
