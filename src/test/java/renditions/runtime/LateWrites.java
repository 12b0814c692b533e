package renditions.runtime;

import static renditions.runtime.Violation.Promise.NOTHING_LATER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import renditions.testing.Call;

/// Checks that an upload's objects are only written while an invocation works on the upload. Used by one thread.
final class LateWrites {
    /// The allowance for the time from the last look at the ledger to the first byte at S3, and from the answer's
    /// last byte to its record.
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final Places places;
    private final Map<String, List<Invocation>> invocations = new HashMap<>();
    private int seen;

    LateWrites(Places places) {
        this.places = places;
    }

    /// Notes that an invocation that worked on these messages has ended.
    void ended(Invocation invocation, List<Message> batch) {
        batch.stream()
                .flatMap(message -> message.uploads().stream())
                .forEach(upload -> invocations
                        .computeIfAbsent(upload.key(), _ -> new ArrayList<>())
                        .add(invocation));
    }

    /// The writes since the last look that began at the wrong time, also for invocations that ended long ago.
    /// Called while no invocation is under way.
    ///
    /// @param calls all that passed between the function and S3 until now
    List<Violation> look(List<Call> calls) {
        var late = calls.subList(seen, calls.size()).stream()
                .filter(Call::isPut)
                .filter(put -> !timely(put))
                .map(put -> new Violation(NOTHING_LATER, words(put)))
                .toList();
        seen = calls.size();
        return late;
    }

    private boolean timely(Call put) {
        return of(put).stream().anyMatch(invocation -> isTimely(put.begun(), invocation));
    }

    private static boolean isTimely(long begun, Invocation invocation) {
        long end = invocation.status().at();
        return begun - invocation.begun() >= 0
                && begun - end <= TOLERANCE.toNanos() + invocation.machine().kept(end, begun);
    }

    private String words(Call put) {
        return of(put).stream()
                .mapToLong(invocation -> (put.begun() - invocation.status().at()) / 1_000_000)
                .mapToObj("PUT %s began %%d ms after the answer".formatted(put.path())::formatted)
                .findFirst()
                .orElse("PUT " + put.path() + " is for nothing that anybody asked for");
    }

    private List<Invocation> of(Call put) {
        return places.upload(put.path())
                .map(key -> invocations.getOrDefault(key, List.of()))
                .orElse(List.of());
    }
}
