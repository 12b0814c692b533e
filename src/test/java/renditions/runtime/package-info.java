/// The function behind the runtime client that Lambda itself uses, in a process of its own that is killed when
/// its time is over; and a judge that sees everything that passes between it, Lambda and S3.
///
/// Lives here: the Runtime API, the process, a way to S3 that can stall, random invocations, the judge, and
/// handlers that misbehave so that the judge can be seen to notice. May use: everything. The judge shares no code
/// with what it judges.
@NullMarked
package renditions.runtime;

import org.jspecify.annotations.NullMarked;
