package renditions.local.report;

import tools.jackson.core.JacksonException;

/// Where a text stops being JSON, for people.
public final class JsonPlace {
    private JsonPlace() {}

    /// `see line 1, column 5`; or what is wrong, where it is not a place, but the depth or a length.
    public static String of(JacksonException problem) {
        var place = problem.getLocation();
        return place == null
                ? problem.getOriginalMessage()
                : "see line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
