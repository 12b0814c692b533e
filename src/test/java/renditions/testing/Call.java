package renditions.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request to [UnkindS3]. All moments are values of [System#nanoTime()].
///
/// @param method the HTTP method
/// @param path the bucket and the key as in the URL, beginning with a slash
/// @param begun when its head had arrived
/// @param end its end; null while there is none
public record Call(
        String method, String path, long begun, @Nullable End end) {
    /// The end of a request.
    ///
    /// @param status the HTTP status
    /// @param done when S3 had answered
    /// @param told when the whole answer was on its way to the function; null until then
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

    /// Whether S3 had confirmed by then that the object is stored.
    public boolean stored(long by) {
        return end != null && end.status == 200 && end.done - by <= 0;
    }

    /// When the function was told that the object is stored; empty if it was not.
    public Optional<Long> heard() {
        return end != null && end.status == 200 ? Optional.ofNullable(end.told) : Optional.empty();
    }
}
