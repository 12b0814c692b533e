package renditions.local.report;

import java.util.Base64;

/// A report for the template of the contact sheet; the method names are the template's words. The link holds the
/// report, because the embedded S3 is gone when the page is read. Browsers open no data as a page, so it is
/// downloaded.
record ReportLink(RunReport report) {
    String address() {
        return Harmless.text(report.address(), true);
    }

    /// The name of the downloaded file.
    String file() {
        return address().substring(address().lastIndexOf('/') + 1);
    }

    String target() {
        return "data:application/json;base64," + Base64.getEncoder().encodeToString(report.json());
    }
}
