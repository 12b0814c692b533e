package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Objects of GLib: their properties and references. libvips' images and operations are such objects.
///
/// Source: GObject reference, `GObject`, `GValue`, "Boxed Types".
final class GObjects extends CFunctions {
    /// `sizeof(GValue)`: a GType and two words.
    private static final long VALUE_BYTES = 24;

    private final CFunction unref = function("g_object_unref");
    private final CFunction setProperty = function("g_object_set_property");
    private final CFunction getProperty = function("g_object_get_property");
    private final CFunction initValue = function("g_value_init");
    private final CFunction unsetValue = function("g_value_unset");
    private final CFunction setObject = function("g_value_set_object");
    private final CFunction dupObject = function("g_value_dup_object");
    private final CFunction setBoxed = function("g_value_set_boxed");
    private final CFunction dupBoxed = function("g_value_dup_boxed");
    private final CFunction free = function("g_free");

    GObjects(CLibrary library) {
        super(library);
    }

    /// `void g_object_unref(gpointer object)`: gives one reference back.
    void unref(MemorySegment object) {
        unref.call(object);
    }

    /// `void g_free(gpointer memory)`.
    void free(MemorySegment memory) {
        free.call(memory);
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

    private void set(CFunction setter, MemorySegment target, String property, long type, MemorySegment content) {
        try (var arena = Arena.ofConfined()) {
            var name = text(arena, property);
            var value = newValue(arena, type);
            try {
                setter.call(value, content);
                setProperty.call(target, name, value);
            } finally {
                unsetValue.call(value);
            }
        }
    }

    private MemorySegment get(CFunction duplicate, MemorySegment target, String property, long type) {
        try (var arena = Arena.ofConfined()) {
            var name = text(arena, property);
            var value = newValue(arena, type);
            try {
                getProperty.call(target, name, value);
                return pointer(duplicate.call(value));
            } finally {
                unsetValue.call(value);
            }
        }
    }

    /// `GValue *g_value_init(GValue *value, GType type)`: a value of this type, which must be unset.
    private MemorySegment newValue(Arena arena, long type) {
        var value = arena.allocate(VALUE_BYTES, Long.BYTES);
        initValue.call(value, number(type));
        return value;
    }
}
