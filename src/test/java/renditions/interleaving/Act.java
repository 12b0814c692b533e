package renditions.interleaving;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody does at the key.
///
/// @param content what is uploaded there; null: it is deleted
/// @param letters how many messages tell of it
record Act(@Nullable String content, int letters) {
    static Act upload(String content) {
        return new Act(content, 1);
    }

    static Act uploadToldTwice(String content) {
        return new Act(content, 2);
    }

    static Act delete() {
        return new Act(null, 1);
    }

    World on(World world) {
        return content == null ? world.without(Letter.PLACE) : world.with(Letter.PLACE, new Thing(content, Map.of()));
    }

    /// As people say it.
    @Override
    public String toString() {
        return (content == null ? "deleted" : "uploaded " + content) + (letters == 1 ? "" : " (told twice)");
    }
}
