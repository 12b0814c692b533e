package renditions.event;

import renditions.store.ObjectId;

/// The object that an event of S3 is about.
///
/// @param about the part of the event with the fields `bucket` and `object`
/// @param spelling the names and the encoding of its fields
record NotifiedObject(JsonObject about, Spelling spelling) {
    /// The entry of a created object.
    ///
    /// @param doubtful as in [Upload]
    Entry created(boolean doubtful) throws Misread {
        var object = about.object("object");
        return ObjectFields.unlessFolder(new Upload(
                id(object),
                ObjectFields.opaque(object, spelling.etag),
                object.optionalCount("size"),
                ObjectFields.sequencer(object),
                doubtful));
    }

    /// The entry of a removed object.
    Entry removed() throws Misread {
        var object = about.object("object");
        return ObjectFields.unlessFolder(new Removal(id(object), ObjectFields.sequencer(object)));
    }

    private ObjectId id(JsonObject object) throws Misread {
        return new ObjectId(
                ObjectFields.bucket(about.object("bucket").text("name")),
                ObjectFields.key(object.text("key"), spelling),
                ObjectFields.version(object, spelling.version));
    }
}
