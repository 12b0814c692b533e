package renditions.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request to [UnkindS3]. All moments are of [System#nanoTime()].
///
/// @param method of HTTP
/// @param path the bucket and the key, as the URL has them, beginning with a slash
/// @param begun when its head had arrived
/// @param end null while there is none
public record Call(
        String method, String path, long begun, @Nullable End end) {
    /// How a request ended.
    ///
    /// @param status of HTTP
    /// @param done when S3 gave its word
    /// @param told when the whole word was on its way to the function; null while it was not
    public record End(int status, long done, @Nullable Long told) {
        public End told(long moment) {
            return new End(status, done, moment);
        }
    }

    public Call ended(End with) {
        return new Call(method, path, begun, with);
    }

    public boolean isPut() {
        return method.equals("PUT");
    }

    /// Whether S3 had given its word by then that the object is stored.
    public boolean stored(long by) {
        return end != null && end.status == 200 && end.done - by <= 0;
    }

    /// When the function was told that the object is stored; nothing where it was not.
    public Optional<Long> heard() {
        return end != null && end.status == 200 ? Optional.ofNullable(end.told) : Optional.empty();
    }
}
