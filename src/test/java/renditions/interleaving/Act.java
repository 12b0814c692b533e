package renditions.interleaving;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody does at the key.
///
/// @param content what is uploaded there; null where nothing is
/// @param letters how many messages tell of it
record Act(Kind kind, @Nullable String content, int letters) {
    enum Kind {
        UPLOADED,
        DELETED,
        /// Nothing is done there, but somebody asks for the renditions of what is there.
        ASKED
    }

    static Act upload(String content) {
        return new Act(Kind.UPLOADED, content, 1);
    }

    static Act uploadToldTwice(String content) {
        return new Act(Kind.UPLOADED, content, 2);
    }

    /// As before there was a function.
    static Act uploadToldNobody(String content) {
        return new Act(Kind.UPLOADED, content, 0);
    }

    static Act delete() {
        return new Act(Kind.DELETED, null, 1);
    }

    /// As a task of S3 Batch Operations does.
    static Act ask() {
        return new Act(Kind.ASKED, null, 1);
    }

    World on(World world) {
        return switch (kind) {
            case UPLOADED -> world.with(Letter.PLACE, thing());
            case DELETED -> world.without(Letter.PLACE);
            case ASKED -> world;
        };
    }

    /// A message that tells of it.
    ///
    /// @param sequencer null where the store gives none
    Letter letter(@Nullable String sequencer) {
        return switch (kind) {
            case UPLOADED -> Letter.upload(thing().etag(), sequencer);
            case DELETED -> new Letter(kind, null, sequencer);
            case ASKED -> new Letter(kind, null, null);
        };
    }

    private Thing thing() {
        return new Thing(String.valueOf(content), Map.of());
    }

    /// As people say it.
    @Override
    public String toString() {
        var words = switch (kind) {
            case UPLOADED -> "uploaded " + content;
            case DELETED -> "deleted";
            case ASKED -> "asked for";
        };
        return words
                + switch (letters) {
                    case 0 -> " (told nobody)";
                    case 1 -> "";
                    default -> " (told twice)";
                };
    }
}
