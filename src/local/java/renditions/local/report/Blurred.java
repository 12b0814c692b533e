package renditions.local.report;

import java.util.Base64;
import renditions.image.Format;
import renditions.image.Placeholder;

/// The placeholder of an upload on the contact sheet; the method names are the words of its template.
///
/// @param of the name of its upload
record Blurred(Placeholder placeholder, String of) {
    String source() {
        return DataUri.of(Format.PNG, Blur.png(placeholder.thumbHash()));
    }

    String alt() {
        return of + ", placeholder";
    }

    String colour() {
        return placeholder.colour();
    }

    String length() {
        return Words.bytes(Base64.getDecoder().decode(placeholder.thumbHash()).length);
    }
}
