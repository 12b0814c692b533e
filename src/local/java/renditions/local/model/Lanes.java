package renditions.local.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The lanes of one invocation: each upload waits for S3, takes one lane for a while, and waits for S3 again.
///
/// @param seconds how long the invocation takes
/// @param finished the uploads whose attempts ended in time
/// @param unfinished the others
record Lanes(double seconds, List<Message> finished, List<Message> unfinished) {
    /// What an invocation keeps back for its answer, as a share of the time-out.
    private static final double RESERVE = 0.02;

    /// Works on a batch.
    static Lanes of(Plan plan, List<Message> batch, RandomGenerator random) {
        double most = plan.timeout() * (1 - RESERVE) - plan.overhead();
        double half = plan.network() / 2;
        var free = new double[plan.cores()];
        var finished = new ArrayList<Message>();
        var unfinished = new ArrayList<Message>();
        double last = 0;
        for (var message : batch) {
            int lane = earliest(free);
            double end = free[lane] + (message.isCorrupt() ? 0 : compute(plan, random));
            if (half + end + half > most) {
                unfinished.add(message);
                free[lane] = Math.max(free[lane], most - half - half); // it is stopped when the time is up
            } else {
                finished.add(message);
                free[lane] = end;
                last = Math.max(last, half + end + half);
            }
        }
        return new Lanes(plan.overhead() + (unfinished.isEmpty() ? last : most), finished, unfinished);
    }

    private static int earliest(double[] free) {
        int earliest = 0;
        for (int lane = 1; lane < free.length; lane++) {
            earliest = free[lane] < free[earliest] ? lane : earliest;
        }
        return earliest;
    }

    /// A time whose logarithm is normally distributed, and whose mean is the plan's.
    private static double compute(Plan plan, RandomGenerator random) {
        double spread = plan.spread();
        return spread == 0
                ? plan.compute()
                : plan.compute() * StrictMath.exp(spread * random.nextGaussian() - spread * spread / 2);
    }
}
