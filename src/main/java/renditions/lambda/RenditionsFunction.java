package renditions.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import renditions.batch.AnswerTime;
import renditions.batch.Batch;
import renditions.batch.Deadline;
import renditions.batch.FailurePolicy;
import renditions.batch.NanoClock;
import renditions.event.InvocationReader;
import renditions.event.ReplyWriter;
import renditions.event.SqsBatch;

/// What Lambda calls: reads an event, has every item of it worked on, and answers in time with what must come
/// again.
///
/// Everything heavy is done by the constructor, in the initialisation that Lambda allows for. Safe for several
/// invocations at once.
public final class RenditionsFunction implements RequestStreamHandler {
    @SuppressWarnings("unused") // kept: the context of checkpoints knows what registers only weakly
    private final @Nullable Resource priming;

    private final InvocationReader reader = new InvocationReader();
    private final ReplyWriter writer = new ReplyWriter();
    private final AnswerTime answers = new AnswerTime();
    private final NanoClock clock;
    private final Wiring wiring;

    /// The function as Lambda makes it, from its environment variables.
    ///
    /// @throws IllegalArgumentException when a setting is wrong: it names the variable, its value and what is
    ///     allowed
    public RenditionsFunction() {
        this(Settings.ofEnvironment());
    }

    private RenditionsFunction(Settings settings) {
        this(Wiring.onLambda(settings), settings.snapStart() ? Priming.register(settings) : null);
    }

    /// The function with other parts, for the local run and tests.
    public RenditionsFunction(Wiring wiring) {
        this(wiring, null);
    }

    private RenditionsFunction(Wiring wiring, @Nullable Resource priming) {
        this.wiring = wiring;
        this.priming = priming;
        clock = wiring.lanes().clock();
    }

    /// Answers one invocation. Lambda reads the reply when this returns.
    ///
    /// @param event what Lambda was invoked with, as JSON; not closed
    /// @param reply takes the reply as JSON; not closed
    /// @throws renditions.event.UnreadableInvocation when the event is none of the kinds this function serves;
    ///     nothing of it is acknowledged
    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        long begin = clock.nanoTime();
        var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
        var deadline = Deadline.after(begin, remaining, wiring.margins(), answers.expected());
        switch (reader.read(event.readAllBytes())) {
            case SqsBatch batch -> answer(batch, deadline, reply);
        }
    }

    private void answer(SqsBatch batch, Deadline deadline, OutputStream reply) throws IOException {
        try {
            var distinct = Distinct.of(batch);
            var report = Batch.of(distinct.items(), wiring.work())
                    .policy(batch.fifo() ? FailurePolicy.ORDERED : wiring.policy())
                    .groupedBy(Item::group)
                    .expecting(wiring.costs())
                    .heardBy(wiring.listener())
                    .run(wiring.lanes(), deadline);
            long sealed = clock.nanoTime();
            InvocationLog.answered(distinct.items(), report, deadline.untilSeal(sealed));
            reply.write(writer.write(batch, distinct.spread(report.outcomes())));
            answers.learn(clock.nanoTime() - sealed);
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("the invocation was interrupted: the whole batch comes again");
        }
    }
}
