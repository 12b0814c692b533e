package renditions.runtime;

import static renditions.runtime.Violation.Promise.NOTHING_LOST;
import static renditions.runtime.Violation.Promise.NOTHING_WASTED;
import static renditions.runtime.Violation.Promise.ON_TIME;
import static renditions.runtime.Violation.Promise.READABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import renditions.local.cloud.UploadedObject;
import renditions.testing.Call;

/// The judgement of one answer.
///
/// @param at when the answer arrived
/// @param puts the objects that were stored, by path
record Hearing(
        Judge judge, Invocation invocation, long at, Reply reply, List<Message> batch, Map<String, List<Call>> puts) {
    /// How long before the answer the function must have been told that a manifest is stored, to be blamed for
    /// reporting its upload: it needs some time to read S3's answer and to be scheduled.
    private static final Duration NOTICE = Duration.ofMillis(100);

    static Map<String, List<Call>> puts(List<Call> calls) {
        return calls.stream().filter(Call::isPut).collect(Collectors.groupingBy(Call::path));
    }

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        if (late() > 0) {
            found.add(new Violation(ON_TIME, "it came %,d µs late".formatted(late() / 1000)));
        }
        if (!reply.sound()) {
            found.add(new Violation(READABLE, invocation.status().toString()));
        }
        for (var message : batch) {
            if (reply.acknowledged().contains(message.id())) {
                acknowledged(message).ifPresent(words -> found.add(new Violation(NOTHING_LOST, words)));
            } else if (wasted(message)) {
                found.add(new Violation(
                        NOTHING_WASTED, "%s was done and reported: %s".formatted(message.id(), uploads(message))));
            }
        }
        return found;
    }

    /// The fault, if this message must not be acknowledged.
    private Optional<String> acknowledged(Message message) {
        if (message.hopeless()) {
            return Optional.of("%s is hopeless and was acknowledged: %s".formatted(message.id(), uploads(message)));
        }
        return message.uploads().stream()
                .flatMap(upload -> flaw(upload).stream())
                .findFirst()
                .map(flaw -> message.id() + " was acknowledged, but " + flaw);
    }

    /// What is missing of an upload that counts as done.
    private Optional<String> flaw(UploadedObject upload) {
        return judge.places().all(upload.key()).stream()
                .filter(path -> puts(path).stream().noneMatch(put -> put.stored(at)))
                .findFirst()
                .map(path -> path + " was not there when the answer arrived")
                .or(() -> new ManifestCheck(judge.places(), judge.stored()).flaw(upload));
    }

    /// How late the answer was in nanoseconds, without the time that the machine took; zero or negative if it was
    /// not late.
    private long late() {
        long late = at - invocation.due();
        return late <= 0 ? late : late - kept(invocation.due() - Environment.LAST_MOMENTS.toNanos(), at);
    }

    /// Whether all uploads of a message were done in this invocation, and the function was told so in time.
    private boolean wasted(Message message) {
        return !message.hopeless()
                && !message.uploads().isEmpty()
                && message.uploads().stream().allMatch(this::heardInTime);
    }

    private boolean heardInTime(UploadedObject upload) {
        return puts(judge.places().manifest(upload.key())).stream()
                .filter(put -> put.begun() - invocation.begun() >= 0)
                .flatMap(put -> put.heard().stream())
                .anyMatch(heard -> seal() - heard > NOTICE.toNanos() + kept(heard, seal()));
    }

    /// The moment after which the function need not notice that an upload is done.
    private long seal() {
        long cancel = judge.cancel(invocation);
        return at - cancel < 0 ? at : cancel;
    }

    private long kept(long from, long to) {
        return invocation.machine().kept(from, to);
    }

    private List<Call> puts(String path) {
        return puts.getOrDefault(path, List.of());
    }

    private static String uploads(Message message) {
        return message.uploads().stream().map(UploadedObject::key).collect(Collectors.joining(", "));
    }
}
