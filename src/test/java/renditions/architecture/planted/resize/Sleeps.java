package renditions.architecture.planted.resize;

import java.util.concurrent.Callable;

/// Breaks a rule: a call in a lambda.
interface Sleeps {
    /// A short sleep.
    Callable<Boolean> NAP = () -> {
        Thread.sleep(1);
        return true;
    };
}
