package renditions.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import renditions.batch.Deadline.Margins;
import renditions.batch.FailurePolicy;
import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.Presets;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;

/// The settings of the function, all from environment variables; the README has the table. All are checked when the
/// function starts, so a wrong one fails the deployment and not a picture.
///
/// @param job the settings of the work on uploads that only the last preset is for
/// @param presets the renditions that are made of each upload
/// @param uploadsBucket the only bucket whose uploads are taken, or null
/// @param pictures the keys that are pictures; other uploads are skipped
/// @param policy what an item's failure means for the others; queues that keep an order always use
///     [FailurePolicy#ORDERED]
/// @param memoryBytes the native memory that uploads, pixels and encoded renditions may take together
/// @param margins the parts of an invocation's time that are kept back
/// @param stuck how long after the word to stop a call of the image engine counts as stuck
/// @param logLevel the minimum level of the log
/// @param libvips the file of another libvips than the layer's, or null
/// @param taskRoot the folder of the function's own code on Lambda, or null elsewhere
/// @param runtimeApi host and port of Lambda's Runtime API, or null elsewhere
/// @param snapStart whether Lambda is about to take a snapshot of this process (SnapStart)
public record Settings(
        JobSettings job,
        Presets presets,
        @Nullable String uploadsBucket,
        KeyPattern pictures,
        FailurePolicy policy,
        long memoryBytes,
        Margins margins,
        Duration stuck,
        Level logLevel,
        @Nullable String libvips,
        @Nullable String taskRoot,
        @Nullable String runtimeApi,
        boolean snapStart) {
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]{1,200}");

    /// The settings of this process.
    ///
    /// @throws IllegalArgumentException if one is wrong; it names the variable, its value and what is allowed
    public static Settings ofEnvironment() {
        return of(environment());
    }

    /// The environment variables of this process.
    static Map<String, String> environment() {
        return System.getenv();
    }

    /// The settings in these environment variables.
    ///
    /// @throws IllegalArgumentException if one is wrong; it names the variable, its value and what is allowed
    public static Settings of(Map<String, String> environment) {
        var variables = new Variables(environment);
        var layout = LayoutSettings.read(variables);
        var presets = presets(variables);
        var job = new JobSettings(
                presets.others(),
                layout,
                limits(variables),
                variables.number("MAX_UPLOAD_MB", 100, 1, 1000) * 1_000_000L,
                cacheControl(variables, layout),
                variables.choice("MISSING_UPLOADS", MissingUploads.SKIP, MissingUploads.values()),
                variables.smallChoice("CORRUPT", CorruptUploads.RETRY, CorruptUploads.values()),
                variables.flag("REMOVALS", true));
        var margins = new Margins(
                Duration.ofMillis(variables.number("RESERVE_MS", 250, 20, 30_000)),
                Duration.ofMillis(variables.number("GRACE_MS", 250, 0, 30_000)));
        int memory = variables.number("MEMORY_MB", functionMemory(variables) / 2, 64, 10_240);
        var policy = variables.choice("FAILURE_POLICY", FailurePolicy.COLLECT, FailurePolicy.values());
        return new Settings(
                job,
                presets,
                variables.text("UPLOADS_BUCKET"),
                pictures(variables),
                policy,
                memory * 1_000_000L,
                margins,
                Duration.ofMillis(variables.number("STUCK_MS", 2000, 100, 60_000)),
                variables.choice("LOG_LEVEL", Level.INFO, Level.values()),
                variables.text("LIBVIPS"),
                variables.text("LAMBDA_TASK_ROOT"),
                variables.text("AWS_LAMBDA_RUNTIME_API"),
                "snap-start".equals(variables.text("AWS_LAMBDA_INITIALIZATION_TYPE")));
    }

    /// The function's memory in MB as Lambda states it; outside Lambda that of a usual function.
    private static int functionMemory(Variables variables) {
        return variables.number("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", 2048, 128, 100_000);
    }

    private static KeyPattern pictures(Variables variables) {
        var glob = variables.text("KEY_PATTERN", KeyPattern.EVERYTHING.glob());
        try {
            return new KeyPattern(glob);
        } catch (IllegalArgumentException wrong) {
            throw Variables.wrong("KEY_PATTERN", "'" + glob + "'", String.valueOf(wrong.getMessage()));
        }
    }

    private static Presets presets(Variables variables) {
        var json = variables.text("RENDITIONS", RenditionSet.DEFAULT);
        try {
            return Presets.parse(json);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the setting RENDITIONS is '" + json + "': " + wrong.getMessage(), wrong);
        }
    }

    /// What lies at an address of the versioned layout never changes.
    private static String cacheControl(Variables variables, KeyLayout layout) {
        var value = variables.text(
                "CACHE_CONTROL",
                switch (layout) {
                    case KeyLayout.Stable _ -> "public, max-age=86400";
                    case KeyLayout.Versioned _ -> "public, max-age=31536000, immutable";
                });
        if (!HEADER.matcher(value).matches()) {
            throw Variables.wrong(
                    "CACHE_CONTROL", "'" + value + "'", "up to 200 printable ASCII characters on one line");
        }
        return value;
    }

    private static ImageLimits limits(Variables variables) {
        var usual = ImageLimits.DEFAULT;
        return new ImageLimits(
                megapixels(variables, "MAX_MEGAPIXELS", usual.maxPixels()),
                megapixels(variables, "MAX_MEGAPIXELS_AT_ONCE", usual.maxPixelsAtOnce()));
    }

    private static long megapixels(Variables variables, String name, long otherwise) {
        return variables.number(name, (int) (otherwise / 1_000_000), 1, 1000) * 1_000_000L;
    }
}
