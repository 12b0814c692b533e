package renditions.local.report;

import renditions.image.Format;

/// The picture that stands for an upload; the method names are the words of the contact sheet's template.
///
/// @param note says what it is, if it is not the upload itself
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shown(Format format, byte[] bytes, String note, String alt) {
    String source() {
        return DataUri.of(format, bytes);
    }

    boolean hasNote() {
        return !note.isEmpty();
    }
}
