package renditions.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long a test waits for what must come: so long that only what never comes takes it, on a busy machine too. JUnit
/// finds it by its service file.
public final class Patience implements BeforeAllCallback {
    private static final Duration MOST = Duration.ofMinutes(2);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(MOST);
    }
}
