package renditions.lambda;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import renditions.catalog.KeyLayout;

/// Reads where renditions, manifests and quarantine reports go.
final class LayoutSettings {
    /// "General purpose bucket naming rules" of the S3 user guide.
    private static final Pattern BUCKET =
            Pattern.compile("(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Pattern PREFIX = Pattern.compile("((?!\\.+/)[A-Za-z0-9._-]+/)+");

    private LayoutSettings() {}

    private enum Choice {
        STABLE,
        VERSIONED
    }

    /// @throws IllegalArgumentException that names the variable, its value and what is allowed
    static KeyLayout read(Variables variables) {
        var layout = layout(variables);
        refuseLoop(variables, layout);
        return layout;
    }

    private static KeyLayout layout(Variables variables) {
        var bucket = bucket(
                variables.required("RENDITIONS_BUCKET", "the name of the bucket that renditions are written to"),
                "RENDITIONS_BUCKET");
        var renditions = prefix(variables, "RENDITIONS_PREFIX", "renditions/");
        var manifests = prefix(variables, "MANIFESTS_PREFIX", "manifests/");
        var quarantine = prefix(variables, "QUARANTINE_PREFIX", "quarantine/");
        refuseOverlap("MANIFESTS_PREFIX", manifests, "RENDITIONS_PREFIX", renditions);
        refuseOverlap("QUARANTINE_PREFIX", quarantine, "RENDITIONS_PREFIX", renditions);
        refuseOverlap("QUARANTINE_PREFIX", quarantine, "MANIFESTS_PREFIX", manifests);
        return switch (variables.smallChoice("KEY_LAYOUT", Choice.STABLE, Choice.values())) {
            case STABLE -> new KeyLayout.Stable(bucket, renditions, manifests, quarantine);
            case VERSIONED -> new KeyLayout.Versioned(bucket, renditions, manifests, quarantine);
        };
    }

    static void refuseOverlap(String name, String prefix, String otherName, String other) {
        if (KeyLayout.overlap(prefix, other)) {
            throw Variables.wrong(
                    name,
                    "'" + prefix + "'",
                    "a prefix that does not begin with that of " + otherName + " ('" + other
                            + "') and is not its beginning");
        }
    }

    /// Refuses settings under which what the function writes would count as uploads and trigger it in an endless
    /// loop.
    private static void refuseLoop(Variables variables, KeyLayout layout) {
        var uploads = variables.text("UPLOADS_BUCKET");
        var prefix = variables.text("UPLOADS_PREFIX", "");
        if (uploads == null || !bucket(uploads, "UPLOADS_BUCKET").equals(layout.bucket())) {
            return;
        }
        var ours = Stream.of(layout.renditions(), layout.manifests(), layout.quarantine());
        if (ours.anyMatch(own -> KeyLayout.overlap(prefix, own))) {
            throw Variables.wrong(
                    "RENDITIONS_BUCKET",
                    "'" + layout.bucket() + "', where uploads beginning with '" + prefix + "' trigger this function",
                    "another bucket, or an UPLOADS_PREFIX that overlaps none of RENDITIONS_PREFIX, MANIFESTS_PREFIX and"
                            + " QUARANTINE_PREFIX");
        }
    }

    static String bucket(String value, String name) {
        if (!BUCKET.matcher(value).matches()) {
            throw Variables.wrong(name, "'" + value + "'", "3 to 63 of a-z, 0-9, . and -, as S3 names buckets");
        }
        return value;
    }

    static String prefix(Variables variables, String name, String otherwise) {
        var value = variables.text(name, otherwise);
        if (!PREFIX.matcher(value).matches() || value.length() > 200) {
            throw Variables.wrong(
                    name,
                    "'" + value + "'",
                    "up to 200 of letters, digits, - . _ and /, ending but not beginning with /, no folder of dots");
        }
        return value;
    }
}
