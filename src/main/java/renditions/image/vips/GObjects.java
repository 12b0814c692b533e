package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// Objects of GLib: their properties and references. libvips' images and operations are such objects.
///
/// Source: GObject reference, `GObject`, `GValue`, "Boxed Types".
final class GObjects extends CFunctions {
    /// `sizeof(GValue)`: a GType and two words.
    private static final long VALUE_BYTES = 24;

    private final MethodHandle unref = function("g_object_unref", POINTER);
    private final MethodHandle setProperty = function("g_object_set_property", POINTER, POINTER, POINTER);
    private final MethodHandle getProperty = function("g_object_get_property", POINTER, POINTER, POINTER);
    private final MethodHandle initValue = function("g_value_init", POINTER, WORD);
    private final MethodHandle unsetValue = function("g_value_unset", POINTER);
    private final MethodHandle setObject = function("g_value_set_object", POINTER, POINTER);
    private final MethodHandle dupObject = function("g_value_dup_object", POINTER);
    private final MethodHandle setBoxed = function("g_value_set_boxed", POINTER, POINTER);
    private final MethodHandle dupBoxed = function("g_value_dup_boxed", POINTER);
    private final MethodHandle free = function("g_free", POINTER);

    GObjects(SymbolLookup library) {
        super(library);
    }

    /// `void g_object_unref(gpointer object)`: gives one reference back.
    void unref(MemorySegment object) {
        try {
            var _ = (long) unref.invokeExact(object);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void g_free(gpointer memory)`.
    void free(MemorySegment memory) {
        try {
            var _ = (long) free.invokeExact(memory);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// Sets a property of this object type. The target takes a reference of its own.
    void setObject(MemorySegment target, String property, long type, MemorySegment object) {
        set(setObject, target, property, type, object);
    }

    /// Sets a property of this boxed type. The target takes a reference (or copy) of its own.
    void setBoxed(MemorySegment target, String property, long type, MemorySegment boxed) {
        set(setBoxed, target, property, type, boxed);
    }

    /// The value of a property of this object type, with a reference for the caller; NULL if it is not set.
    MemorySegment object(MemorySegment target, String property, long type) {
        return get(dupObject, target, property, type);
    }

    /// The value of a property of this boxed type, with a reference (or copy) for the caller; NULL if it is not
    /// set.
    MemorySegment boxed(MemorySegment target, String property, long type) {
        return get(dupBoxed, target, property, type);
    }

    private void set(MethodHandle setter, MemorySegment target, String property, long type, MemorySegment content) {
        try (var arena = Arena.ofConfined()) {
            var value = newValue(arena, type);
            var _ = (long) setter.invokeExact(value, content);
            var _ = (long) setProperty.invokeExact(target, arena.allocateFrom(property), value);
            var _ = (long) unsetValue.invokeExact(value);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    private MemorySegment get(MethodHandle duplicate, MemorySegment target, String property, long type) {
        try (var arena = Arena.ofConfined()) {
            var value = newValue(arena, type);
            var _ = (long) getProperty.invokeExact(target, arena.allocateFrom(property), value);
            var content = pointer((long) duplicate.invokeExact(value));
            var _ = (long) unsetValue.invokeExact(value);
            return content;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    private MemorySegment newValue(Arena arena, long type) throws Throwable {
        return pointer((long) initValue.invokeExact(arena.allocate(VALUE_BYTES, Long.BYTES), type));
    }
}
