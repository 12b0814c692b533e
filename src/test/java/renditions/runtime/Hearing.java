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
import renditions.local.UploadedObject;
import renditions.testing.Call;

/// One answer before the judge.
///
/// @param at when it arrived
/// @param puts what was stored, by path
record Hearing(
        Judge judge, Invocation invocation, long at, Reply reply, List<Message> batch, Map<String, List<Call>> puts) {
    /// How long before the answer the function must have heard that a manifest is stored, to be blamed for
    /// reporting its upload: to read what S3 says and to be scheduled takes some.
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
            found.add(new Violation(READABLE, invocation.ending().toString()));
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

    /// What is wrong with acknowledging this message.
    private Optional<String> acknowledged(Message message) {
        if (message.hopeless()) {
            return Optional.of("%s is hopeless and was acknowledged: %s".formatted(message.id(), uploads(message)));
        }
        return message.uploads().stream()
                .flatMap(upload -> flaw(upload).stream())
                .findFirst()
                .map(flaw -> message.id() + " was acknowledged, but " + flaw);
    }

    /// What an upload lacks that is said to be done.
    private Optional<String> flaw(UploadedObject upload) {
        return judge.places().all(upload.key()).stream()
                .filter(path -> puts(path).stream().noneMatch(put -> put.stored(at)))
                .findFirst()
                .map(path -> path + " was not there when the answer arrived")
                .or(() -> new ManifestCheck(judge.places(), judge.stored()).flaw(upload));
    }

    /// In nanoseconds, without the time that the machine took; zero or negative: not late.
    private long late() {
        long late = at - invocation.due();
        return late <= 0 ? late : late - kept(invocation.due() - Environment.LAST_MOMENTS.toNanos(), at);
    }

    /// Whether everything that a message asked for was done in this invocation, and the function heard so in time.
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

    /// The moment after which nobody need notice that an upload is done.
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
