package renditions.histories;

import java.util.Locale;
import java.util.Map;

/// How the function is set up, and what it is told.
///
/// @param quarantine whether something corrupt is quarantined, or else ends as a dead letter
/// @param sequencers whether the messages have any
record Setup(Layout layout, boolean quarantine, boolean sequencers) {
    /// Where renditions go, as the setting `KEY_LAYOUT` says.
    enum Layout {
        STABLE,
        VERSIONED
    }

    /// As most have it.
    static Setup usual(Layout layout) {
        return new Setup(layout, false, true);
    }

    /// The opposite of that.
    static Setup unusual(Layout layout) {
        return new Setup(layout, true, false);
    }

    Map<String, String> variables() {
        return Map.of("KEY_LAYOUT", layout.name(), "CORRUPT", quarantine ? "quarantine" : "retry");
    }

    /// Part of the name of a file.
    String name() {
        return layout.name().toLowerCase(Locale.ROOT)
                + (quarantine ? "-quarantine" : "")
                + (sequencers ? "" : "-unordered");
    }
}
