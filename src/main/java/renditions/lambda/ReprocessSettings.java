package renditions.lambda;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import renditions.catalog.KeyLayout;
import renditions.catalog.Sha256;
import renditions.reprocess.SweepSettings;
import renditions.resize.JobSettings.CorruptUploads;

/// The settings of scheduled reprocessing: those of the function whose renditions it looks after, and its own. All
/// are environment variables; `docs/reprocessing.md` has the table.
///
/// @param function the settings that both functions must share
/// @param queueUrl the URL of the queue of uploads
/// @param deadLetters the ARN of its dead-letter queue, or null
public record ReprocessSettings(
        Settings function,
        SweepSettings sweep,
        String queueUrl,
        @Nullable String deadLetters) {
    /// A standard queue: messages to a FIFO queue need a group.
    private static final Pattern URL = Pattern.compile("https?://[!-~]{1,500}(?<!\\.fifo)");

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,80}");

    /// The settings in these environment variables.
    ///
    /// @throws IllegalArgumentException if one is wrong; it names the variable, its value and what is allowed
    public static ReprocessSettings of(Map<String, String> environment) {
        var function = Settings.of(environment);
        var variables = new Variables(environment);
        return new ReprocessSettings(function, sweep(function, variables), queueUrl(variables), deadLetters(variables));
    }

    private static SweepSettings sweep(Settings function, Variables variables) {
        var job = function.job();
        var uploads = LayoutSettings.bucket(
                variables.required("UPLOADS_BUCKET", "the name of the bucket whose uploads are looked at"),
                "UPLOADS_BUCKET");
        var prefix = variables.text("UPLOADS_PREFIX", "");
        return new SweepSettings(
                uploads,
                prefix,
                variables.text("UPLOADS_SUFFIX", ""),
                function.pictures(),
                function.presets(),
                job.layout(),
                digest(function),
                job.removals(),
                job.corrupt() == CorruptUploads.QUARANTINE,
                state(variables, job.layout(), uploads, prefix));
    }

    /// The digest of all presets: which one an upload has, and what is made by it.
    private static String digest(Settings function) {
        return Sha256.nameOf(function.presets().all().stream()
                .flatMap(preset -> Stream.of(
                        preset.keys().glob(),
                        function.job().with(preset.renditions()).digest()))
                .toArray(String[]::new));
    }

    private static String state(Variables variables, KeyLayout layout, String uploads, String prefix) {
        var name = "REPROCESS_PREFIX";
        var state = LayoutSettings.prefix(variables, name, "reprocess/");
        LayoutSettings.refuseOverlap(name, state, "RENDITIONS_PREFIX", layout.renditions());
        LayoutSettings.refuseOverlap(name, state, "MANIFESTS_PREFIX", layout.manifests());
        LayoutSettings.refuseOverlap(name, state, "QUARANTINE_PREFIX", layout.quarantine());
        if (uploads.equals(layout.bucket()) && KeyLayout.overlap(prefix, state)) {
            throw Variables.wrong(
                    name, "'" + state + "'", "a prefix that overlaps no upload; those begin with '" + prefix + "'");
        }
        return state;
    }

    private static String queueUrl(Variables variables) {
        var allowed = "the URL of a standard queue";
        var url = variables.required("UPLOADS_QUEUE_URL", allowed);
        if (!URL.matcher(url).matches()) {
            throw Variables.wrong("UPLOADS_QUEUE_URL", "'" + url + "'", allowed);
        }
        return url;
    }

    private static @Nullable String deadLetters(Variables variables) {
        var arn = variables.text("DEAD_LETTER_QUEUE_ARN");
        if (arn != null && !ARN.matcher(arn).matches()) {
            throw Variables.wrong("DEAD_LETTER_QUEUE_ARN", "'" + arn + "'", "the ARN of a queue");
        }
        return arn;
    }
}
