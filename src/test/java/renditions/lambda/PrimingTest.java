package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import renditions.image.EngineUnusable;
import renditions.image.Images;

/// A start whose priming fails.
class PrimingTest {
    private static final Settings SETTINGS = Settings.of(Map.of("RENDITIONS_BUCKET", "renditions"));
    private static final Context<Resource> CONTEXT = Core.getGlobalContext();

    @Test
    void an_engine_that_fails_does_not_fail_the_start() {
        assertStarts(() -> {
            throw new EngineUnusable("no libvips");
        });
    }

    @Test
    void a_library_that_is_not_complete_does_not_fail_the_start() {
        assertStarts(() -> {
            throw new NoClassDefFoundError("javax/net/ssl/SSLContext");
        });
    }

    private static void assertStarts(Supplier<Images> images) {
        var priming = new Priming(SETTINGS, images);
        assertThatCode(() -> priming.beforeCheckpoint(CONTEXT)).doesNotThrowAnyException();
        assertThatCode(() -> priming.afterRestore(CONTEXT)).doesNotThrowAnyException();
    }
}
