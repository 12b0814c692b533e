package renditions.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import renditions.batch.AnswerTime;
import renditions.batch.BatchFailure;
import renditions.batch.Deadline;
import renditions.event.DistinctItems;
import renditions.event.Invocation;
import renditions.event.InvocationReader;
import renditions.event.Reply;
import renditions.telemetry.Ending;
import renditions.telemetry.Phase;
import renditions.telemetry.ReasonWords;
import renditions.telemetry.Request;

/// The handler that Lambda calls. It reads an event, works on every item, and answers in time which deliveries are
/// acknowledged and which must be redelivered.
///
/// The constructor does everything heavy, in Lambda's initialisation phase. Safe for several invocations at once.
public final class RenditionsFunction implements RequestStreamHandler {
    @SuppressWarnings("unused") // kept, because the context of checkpoints holds its resources only weakly
    private final @Nullable Resource priming;

    private final Function<byte[], Invocation> reader;
    private final AnswerTime answers = new AnswerTime();
    private final Wiring wiring;

    /// The function as Lambda makes it, from its environment variables.
    ///
    /// @throws IllegalArgumentException if a setting is wrong; the message names the variable, its value and what
    ///     is allowed
    public RenditionsFunction() {
        this(Settings.ofEnvironment());
    }

    private RenditionsFunction(Settings settings) {
        this(
                Wiring.onLambda(settings),
                settings.snapStart() ? Priming.register(settings) : null,
                new InvocationReader()::read);
    }

    /// The function with other parts, for the local run and tests.
    public RenditionsFunction(Wiring wiring) {
        this(wiring, null, new InvocationReader()::read);
    }

    /// @param reader reads the event that Lambda hands over; throws if it cannot
    RenditionsFunction(Wiring wiring, @Nullable Resource priming, Function<byte[], Invocation> reader) {
        this.wiring = wiring;
        this.priming = priming;
        this.reader = reader;
    }

    /// Answers one invocation. Lambda reads the reply when this returns, or is sent it from here by a process that then
    /// ends.
    ///
    /// @param event the event of the invocation, as JSON; not closed
    /// @param reply takes the reply as JSON; not closed
    /// @throws renditions.event.UnreadableInvocation if the event is of no kind that this function serves; nothing
    ///     of it is acknowledged
    /// @throws renditions.batch.BatchFailure if items are not done, and their source takes no answer. It is thrown
    ///     at the end, so a retry has only these to do
    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        long begin = wiring.lanes().clock().nanoTime();
        var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
        var request = new Request(context.getAwsRequestId(), context.getFunctionName(), context.getFunctionVersion());
        var deadline = Deadline.after(begin, remaining, wiring.margins(), answers.expected());
        var notes = new Notes(wiring, request, begin, remaining);
        Answer answer;
        try (var _ = MDC.putCloseable(ItemLog.REQUEST, request.id())) {
            answer = answer(read(event, notes), deadline, notes, reply);
        } catch (Throwable thrown) {
            notes.fail();
            notes.keep(new Ending.Failed(thrown));
            throw thrown;
        } finally {
            wiring.resting().run();
        }
        notes.keep(answer.ending());
        answers.learn(answer.ending().seal().margin() - notes.left());
        switch (answer.reply()) {
            case Reply.Text(var bytes) -> wiring.end().with(request.id(), bytes);
            case Reply.Failure _ ->
                answer.ending().thrown().ifPresent(failure -> {
                    throw failure;
                });
        }
    }

    /// How an invocation ended, and its reply.
    private record Answer(Ending.Answered ending, Reply reply) {}

    private Invocation read(InputStream event, Notes notes) throws IOException {
        var invocation = reader.apply(event.readAllBytes());
        notes.end(Phase.READ);
        return invocation;
    }

    private Answer answer(Invocation invocation, Deadline deadline, Notes notes, OutputStream reply)
            throws IOException {
        try {
            var distinct = DistinctItems.of(invocation);
            var report = wiring.batch(distinct).heardBy(notes).run(wiring.lanes(), deadline);
            var seal = notes.seal(report.deadline());
            var said = invocation.reply(distinct.spread(report.outcomes()));
            var thrown = switch (said) {
                case Reply.Text(var bytes) -> {
                    reply.write(bytes);
                    yield Optional.<BatchFailure>empty();
                }
                case Reply.Failure _ -> report.failure(ReasonWords::of);
            };
            notes.end(Phase.REPLY);
            ItemLog.ranOutOfTime(distinct.items(), report.outcomes());
            return new Answer(
                    new Ending.Answered(distinct, report.outcomes(), report.stillRunning(), seal, thrown), said);
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("the invocation was interrupted: nothing is acknowledged");
        }
    }
}
