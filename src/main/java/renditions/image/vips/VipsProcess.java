package renditions.image.vips;

import java.lang.foreign.Arena;

/// The functions of libvips that concern the whole process: start, settings, counters.
///
/// Source: libvips API, `init.c`, `cache.c`, `operation.c`, `memory.c`.
final class VipsProcess extends CFunctions {
    private final CFunction version = function("vips_version");
    private final CFunction init = function("vips_init");
    private final CFunction setEnvironment = function("g_setenv");
    private final CFunction blockUntrusted = function("vips_block_untrusted_set");
    private final CFunction block = function("vips_operation_block_set");
    private final CFunction cacheSize = function("vips_cache_set_max");
    private final CFunction concurrency = function("vips_concurrency_set");
    private final CFunction allocations = function("vips_tracked_get_allocs");
    private final CFunction memory = function("vips_tracked_get_mem");
    private final CFunction highWater = function("vips_tracked_get_mem_highwater");
    private final CFunction files = function("vips_tracked_get_files");

    VipsProcess(CLibrary library) {
        super(library);
    }

    /// `int vips_version(int flag)`, with 0, 1 and 2 for the three numbers. May be asked before [#start()].
    VipsVersion version() {
        return new VipsVersion(
                toInt(version.call(number(0))), toInt(version.call(number(1))), toInt(version.call(number(2))));
    }

    /// Starts libvips: once per process, before anything else, and never again.
    ///
    /// @return whether it started
    boolean start() {
        // Keeps libvips' many warnings about pictures off stderr; libvips reads the variable when it starts.
        if (!setEnvironment("VIPS_WARNING", "1") || !init()) {
            return false;
        }
        readOnlyKnownFormatsFromMemory();
        keepNothing();
        return true;
    }

    /// Blocks all decoders but those of [Loader]: no SVG, no PDF, no reading of files.
    private void readOnlyKnownFormatsFromMemory() {
        blockUntrusted();
        block("VipsForeignLoad", true);
        for (var loader : Loader.values()) {
            block(loader.className(), false);
        }
    }

    /// Switches off the operation cache, because no picture is worked on twice. Sets one thread for each picture,
    /// because the pixel lane has a thread for every core.
    private void keepNothing() {
        cacheSize.call(number(0));
        concurrency.call(number(1));
    }

    /// What libvips holds at this moment. Just after a job a thread of libvips may still be giving back its part.
    Tracked tracked() {
        return new Tracked(toInt(allocations.call()), memory.call(), toInt(files.call()));
    }

    /// The most bytes that libvips held at any moment since it was started.
    long highWater() {
        return highWater.call();
    }

    /// `int vips_init(const char *argv0)`: 0, or -1.
    private boolean init() {
        try (var arena = Arena.ofConfined()) {
            return toInt(init.call(text(arena, "renditions"))) == 0;
        }
    }

    /// `gboolean g_setenv(const char *variable, const char *value, gboolean overwrite)`.
    private boolean setEnvironment(String variable, String value) {
        try (var arena = Arena.ofConfined()) {
            return toInt(setEnvironment.call(text(arena, variable), text(arena, value), number(1))) != 0;
        }
    }

    /// `void vips_block_untrusted_set(gboolean state)`.
    private void blockUntrusted() {
        blockUntrusted.call(number(1));
    }

    /// `void vips_operation_block_set(const char *name, gboolean state)`: of a class and all below it.
    private void block(String className, boolean blocked) {
        try (var arena = Arena.ofConfined()) {
            block.call(text(arena, className), number(blocked ? 1 : 0));
        }
    }
}
