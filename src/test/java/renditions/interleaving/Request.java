package renditions.interleaving;

import org.jspecify.annotations.Nullable;
import renditions.store.Condition;

/// A call to the store that is about to happen.
///
/// @param id its own within an attempt
/// @param place bucket and key
record Request(String id, String place, Call call) {
    /// What is called.
    sealed interface Call {}

    /// @param etag what the object must have
    record Get(@Nullable String etag) implements Call {}

    record Head() implements Call {}

    record Put(Thing thing, Condition condition) implements Call {}

    record Delete() implements Call {}

    boolean changesSomething() {
        return call instanceof Put || call instanceof Delete;
    }

    @Override
    public String toString() {
        return id;
    }
}
