package renditions.local.report;

import java.util.Locale;

/// One rendition on the contact sheet; the method names are the words of its template.
///
/// @param isEmbedded whether its pixels are in the page; otherwise it is only described
/// @param of the name of its upload
record Figure(RunPicture picture, boolean isEmbedded, String of) {
    String source() {
        return DataUri.of(picture.format(), picture.bytes());
    }

    String name() {
        return picture.name();
    }

    String alt() {
        return of + ", rendition " + picture.name() + " as " + picture.format().id();
    }

    int width() {
        return picture.size().width();
    }

    int height() {
        return picture.size().height();
    }

    String format() {
        return picture.format().id().toUpperCase(Locale.ROOT);
    }

    String bytes() {
        return Words.bytes(picture.bytes().length);
    }
}
