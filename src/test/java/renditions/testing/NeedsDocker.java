package renditions.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that runs containers. Where Docker or the command is missing it is skipped with one line on standard
/// error; where `REQUIRE_DOCKER=1` is set, it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerCondition.class)
public @interface NeedsDocker {
    /// The containers of LocalStack, for JUnit's locks: a test that counts them must run while no others come and
    /// go.
    String LOCALSTACK = "containers of LocalStack";

    /// LocalStack's last release that needs no account.
    String LOCALSTACK_IMAGE = "localstack/localstack:4.14.0";

    /// A command that must be on the PATH, too; empty for none.
    String command() default "";
}
