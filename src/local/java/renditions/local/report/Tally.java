package renditions.local.report;

import java.util.Locale;

/// How often a status occurs; the method names are the words of the contact sheet's template.
record Tally(ItemStatus status, long count) {
    String word() {
        return status.word();
    }

    String style() {
        return status.name().toLowerCase(Locale.ROOT);
    }

    String sign() {
        return status.sign(true);
    }
}
