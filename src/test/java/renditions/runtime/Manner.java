package renditions.runtime;

import java.time.Duration;

/// How S3 treats a request.
sealed interface Manner {
    /// As it should.
    record Prompt() implements Manner {}

    /// It takes the whole request and then its time; it does what was asked even if nobody waits any more.
    record Late(Duration by) implements Manner {}

    /// It takes the request and says nothing, ever.
    record Silent() implements Manner {}

    /// It does what was asked and sends half of the answer.
    record Half() implements Manner {}
}
