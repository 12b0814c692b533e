package renditions.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long a test waits for an event that must come: so long that, even on a busy machine, only an event that
/// never comes takes it. JUnit finds this class by its service file.
public final class Patience implements BeforeAllCallback {
    private static final Duration MOST = Duration.ofMinutes(2);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(MOST);
    }
}
