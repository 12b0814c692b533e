package renditions.architecture.planted.resize;

import java.util.concurrent.TimeUnit;

/// Breaks a rule: a sleep by another name.
interface SleepsADay {
    /// A long sleep.
    static void now() throws InterruptedException {
        TimeUnit.DAYS.sleep(1);
    }
}
