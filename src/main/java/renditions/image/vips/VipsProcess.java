package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// What libvips does once, or counts, for the whole process.
///
/// Source: libvips API, `init.c`, `cache.c`, `operation.c`, `memory.c`.
final class VipsProcess extends CFunctions {
    private final MethodHandle version = function("vips_version", WORD);
    private final MethodHandle init = function("vips_init", POINTER);
    private final MethodHandle setEnvironment = function("g_setenv", POINTER, POINTER, WORD);
    private final MethodHandle blockUntrusted = function("vips_block_untrusted_set", WORD);
    private final MethodHandle block = function("vips_operation_block_set", POINTER, WORD);
    private final MethodHandle cacheSize = function("vips_cache_set_max", WORD);
    private final MethodHandle concurrency = function("vips_concurrency_set", WORD);
    private final MethodHandle allocations = function("vips_tracked_get_allocs");
    private final MethodHandle memory = function("vips_tracked_get_mem");
    private final MethodHandle files = function("vips_tracked_get_files");

    VipsProcess(SymbolLookup library) {
        super(library);
    }

    /// `int vips_version(int flag)`, with 0, 1 and 2 for the three numbers. May be asked before [#start()].
    VipsVersion version() {
        try {
            return new VipsVersion(
                    toInt((long) version.invokeExact(0L)), toInt((long) version.invokeExact(1L)), toInt((long)
                            version.invokeExact(2L)));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// Starts libvips: once per process, before anything else, and never again.
    ///
    /// @return whether it started
    boolean start() {
        // The warnings of odd pictures, thousands of lines for some, stay off stderr; read when it starts.
        if (!setEnvironment("VIPS_WARNING", "1") || !init()) {
            return false;
        }
        readOnlyKnownFormatsFromMemory();
        keepNothing();
        return true;
    }

    /// Strangers' pictures meet the decoders of [Loader] and no other: no SVG, no PDF, no reading of files.
    private void readOnlyKnownFormatsFromMemory() {
        blockUntrusted();
        block("VipsForeignLoad", true);
        for (var loader : Loader.values()) {
            block(loader.className(), false);
        }
    }

    /// No cache of operations, since no picture comes twice; and one thread per picture, since there is a thread
    /// for every core already.
    private void keepNothing() {
        try {
            var _ = (long) cacheSize.invokeExact(0L);
            var _ = (long) concurrency.invokeExact(1L);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// What libvips holds at this moment. Just after a job a thread of libvips may still be giving back its part.
    Tracked tracked() {
        try {
            return new Tracked(toInt((long) allocations.invokeExact()), (long) memory.invokeExact(), toInt((long)
                    files.invokeExact()));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_init(const char *argv0)`: 0, or -1.
    private boolean init() {
        try (var arena = Arena.ofConfined()) {
            return toInt((long) init.invokeExact(arena.allocateFrom("renditions"))) == 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `gboolean g_setenv(const char *variable, const char *value, gboolean overwrite)`.
    private boolean setEnvironment(String variable, String value) {
        try (var arena = Arena.ofConfined()) {
            return toInt((long) setEnvironment.invokeExact(arena.allocateFrom(variable), arena.allocateFrom(value), 1L))
                    != 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_block_untrusted_set(gboolean state)`.
    private void blockUntrusted() {
        try {
            var _ = (long) blockUntrusted.invokeExact(1L);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_operation_block_set(const char *name, gboolean state)`: of a class and all below it.
    private void block(String className, boolean blocked) {
        try (var arena = Arena.ofConfined()) {
            var _ = (long) block.invokeExact(arena.allocateFrom(className), blocked ? 1L : 0L);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }
}
