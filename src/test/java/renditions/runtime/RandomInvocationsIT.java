package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;

/// Random invocations one after the other: pictures of all sizes and other files, an S3 that stalls, time-outs from
/// long over to ample, collections of the whole heap, frozen and fresh processes. Every invocation keeps every
/// promise.
///
/// The system property `scenes` says how many; `seed` repeats the plans of an earlier run (times are never the
/// same).
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class RandomInvocationsIT {
    private static final int SCENES = Integer.getInteger("scenes", 8);
    private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));

    @Test
    void every_promise_is_kept() throws Exception {
        var broken = new ArrayList<String>();
        var tally = new Tally();
        try (var trial = new Trial(RenditionsFunction.class, Map.of())) {
            var plans = new Plans(SEED);
            var staging = new Staging(trial);
            for (int scene = 0; scene < SCENES; scene++) {
                var performance = staging.carryOut(plans.next());
                tally.count(performance);
                if (!performance.verdict().violations().isEmpty()) {
                    broken.add(Account.of(performance, trial.gate().calls()));
                }
            }
            trial.lateWrites().forEach(violation -> broken.add(violation.toString()));
        }
        System.out.println("seed " + SEED + ": " + tally);
        assertThat(broken)
                .as("seed %d; the function's own words are in target/runtime", SEED)
                .isEmpty();
    }
}
