package renditions.local.report;

/// How often a status occurs; the method names are the words of the contact sheet's template.
record Tally(ItemStatus status, long count) {
    String word() {
        return status.word();
    }

    String style() {
        return status.style();
    }

    String sign() {
        return status.sign(true);
    }
}
