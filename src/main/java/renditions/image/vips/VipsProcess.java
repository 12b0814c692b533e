package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// What libvips does once, or counts, for the whole process.
///
/// Source: libvips API, `init.c`, `cache.c`, `operation.c`, `memory.c`.
final class VipsProcess extends CFunctions {
    private final MethodHandle version = function(INT, "vips_version", INT);
    private final MethodHandle init = function(INT, "vips_init", POINTER);
    private final MethodHandle setEnvironment = function(INT, "g_setenv", POINTER, POINTER, INT);
    private final MethodHandle blockUntrusted = procedure("vips_block_untrusted_set", INT);
    private final MethodHandle block = procedure("vips_operation_block_set", POINTER, INT);
    private final MethodHandle cacheSize = procedure("vips_cache_set_max", INT);
    private final MethodHandle concurrency = procedure("vips_concurrency_set", INT);
    private final MethodHandle allocations = function(INT, "vips_tracked_get_allocs");
    private final MethodHandle memory = function(SIZE, "vips_tracked_get_mem");
    private final MethodHandle files = function(INT, "vips_tracked_get_files");

    VipsProcess(SymbolLookup library) {
        super(library);
    }

    /// `int vips_version(int flag)`, with 0, 1 and 2 for the three numbers. May be asked before [#start()].
    VipsVersion version() {
        try {
            return new VipsVersion(
                    (int) version.invokeExact(0), (int) version.invokeExact(1), (int) version.invokeExact(2));
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
            cacheSize.invokeExact(0);
            concurrency.invokeExact(1);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// What libvips holds at this moment. Just after a job a thread of libvips may still be giving back its part.
    Tracked tracked() {
        try {
            return new Tracked((int) allocations.invokeExact(), (long) memory.invokeExact(), (int) files.invokeExact());
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_init(const char *argv0)`: 0, or -1.
    private boolean init() {
        try (var arena = Arena.ofConfined()) {
            return (int) init.invokeExact(arena.allocateFrom("renditions")) == 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `gboolean g_setenv(const char *variable, const char *value, gboolean overwrite)`.
    private boolean setEnvironment(String variable, String value) {
        try (var arena = Arena.ofConfined()) {
            return (int) setEnvironment.invokeExact(arena.allocateFrom(variable), arena.allocateFrom(value), 1) != 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_block_untrusted_set(gboolean state)`.
    private void blockUntrusted() {
        try {
            blockUntrusted.invokeExact(1);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_operation_block_set(const char *name, gboolean state)`: of a class and all below it.
    private void block(String className, boolean blocked) {
        try (var arena = Arena.ofConfined()) {
            block.invokeExact(arena.allocateFrom(className), blocked ? 1 : 0);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }
}
