package renditions.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import renditions.testing.Call.End;

/// All requests to S3 and their ends. Safe for use by many threads.
final class Journal {
    private final List<Call> calls = new ArrayList<>(); // guarded by this

    /// Notes that a request has come.
    ///
    /// @return its number
    synchronized int begin(String method, String path) {
        calls.add(new Call(method, path, System.nanoTime(), null));
        return calls.size() - 1;
    }

    /// Notes that S3 has answered.
    synchronized void done(int number, int status) {
        var call = calls.get(number);
        calls.set(number, call.ended(new End(status, System.nanoTime(), null)));
    }

    /// Notes that the whole answer was sent to the function.
    synchronized void told(int number) {
        var call = calls.get(number);
        calls.set(number, call.ended(requireNonNull(call.end()).told(System.nanoTime())));
    }

    /// The requests, in the order in which they came.
    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }
}
