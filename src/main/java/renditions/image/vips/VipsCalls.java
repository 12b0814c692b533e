package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;

/// The functions of libvips that work on images and operations, one method each. Pointers go in and out as they
/// are; NULL pointers in are a crash of the process, as libvips is built without checks.
///
/// Source: libvips API, `VipsImage`, `VipsOperation`, `VipsForeign`, `VipsBlob`, `error.c`.
final class VipsCalls extends CFunctions {
    private final MethodHandle findLoader = function("vips_foreign_find_load_buffer", POINTER, WORD);
    private final MethodHandle getInt = function("vips_image_get_int", POINTER, POINTER, POINTER);
    private final MethodHandle getString = function("vips_image_get_string", POINTER, POINTER, POINTER);
    private final MethodHandle getTypeOf = function("vips_image_get_typeof", POINTER, POINTER);
    private final MethodHandle copyMemory = function("vips_image_copy_memory", POINTER);
    private final MethodHandle setKill = function("vips_image_set_kill", POINTER, WORD);
    private final MethodHandle newOperation = function("vips_operation_new", POINTER);
    private final MethodHandle setFromString = function("vips_object_set_from_string", POINTER, POINTER);
    private final MethodHandle build = function("vips_object_build", POINTER);
    private final MethodHandle unrefOutputs = function("vips_object_unref_outputs", POINTER);
    private final MethodHandle newBlob = function("vips_blob_new", POINTER, POINTER, WORD);
    private final MethodHandle getBlob = function("vips_blob_get", POINTER, POINTER);
    private final MethodHandle unrefArea = function("vips_area_unref", POINTER);
    private final MethodHandle imageType = function("vips_image_get_type");
    private final MethodHandle blobType = function("vips_blob_get_type");
    private final MethodHandle copyErrors = function("vips_error_buffer_copy");

    VipsCalls(SymbolLookup library) {
        super(library);
    }

    /// `const char *vips_foreign_find_load_buffer(const void *data, size_t size)`: the class name of the loader
    /// that knows these bytes.
    Optional<String> findLoader(MemorySegment bytes) {
        try {
            return optionalText(pointer((long) findLoader.invokeExact(bytes, bytes.byteSize())));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_image_get_int(const VipsImage *image, const char *name, int *out)`: a number of the header;
    /// fields, enums, metadata.
    OptionalInt integer(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ValueLayout.JAVA_INT);
            var field = arena.allocateFrom(name);
            if ((long) getTypeOf.invokeExact(image, field) == 0
                    || toInt((long) getInt.invokeExact(image, field, out)) != 0) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(out.get(ValueLayout.JAVA_INT, 0));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_image_get_string(const VipsImage *image, const char *name, const char **out)`: the text stays the
    /// image's.
    Optional<String> string(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ValueLayout.ADDRESS);
            var field = arena.allocateFrom(name);
            if ((long) getTypeOf.invokeExact(image, field) == 0
                    || toInt((long) getString.invokeExact(image, field, out)) != 0) {
                return Optional.empty();
            }
            return Optional.of(text(out.get(ValueLayout.ADDRESS, 0)));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `GType vips_image_get_typeof(const VipsImage *image, const char *name)`: 0 where there is no such metadata.
    boolean has(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            return (long) getTypeOf.invokeExact(image, arena.allocateFrom(name)) != 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `VipsImage *vips_image_copy_memory(VipsImage *image)`: evaluates the image; a new reference, or NULL.
    MemorySegment copyMemory(MemorySegment image) {
        try {
            return pointer((long) copyMemory.invokeExact(image));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_image_set_kill(VipsImage *image, gboolean kill)`: from any thread; the image's evaluation fails
    /// soon.
    void kill(MemorySegment image) {
        try {
            var _ = (long) setKill.invokeExact(image, 1L);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `VipsOperation *vips_operation_new(const char *name)`, by nickname or class name: a new reference, or NULL.
    MemorySegment newOperation(String name) {
        try (var arena = Arena.ofConfined()) {
            return pointer((long) newOperation.invokeExact(arena.allocateFrom(name)));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_object_set_from_string(VipsObject *object, const char *string)`, `name=value,name=value`: 0, or
    /// -1.
    int setFromString(MemorySegment operation, String options) {
        try (var arena = Arena.ofConfined()) {
            return toInt((long) setFromString.invokeExact(operation, arena.allocateFrom(options)));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `int vips_object_build(VipsObject *object)`: runs an operation: 0, or -1.
    int build(MemorySegment operation) {
        try {
            return toInt((long) build.invokeExact(operation));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_object_unref_outputs(VipsObject *object)`: gives back the references that a built operation
    /// holds on its results.
    void unrefOutputs(MemorySegment operation) {
        try {
            var _ = (long) unrefOutputs.invokeExact(operation);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `VipsBlob *vips_blob_new(VipsCallbackFn free_fn, const void *data, size_t length)` of bytes that stay the
    /// caller's: no copy is made and nobody frees them. A new reference.
    MemorySegment newBlob(MemorySegment bytes) {
        try {
            return pointer((long) newBlob.invokeExact(MemorySegment.NULL, bytes, bytes.byteSize()));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `const void *vips_blob_get(VipsBlob *blob, size_t *length)`: the bytes stay the blob's, of which `owner`
    /// takes over one reference and gives it back when it ends.
    MemorySegment bytes(MemorySegment blob, Arena owner) {
        try (var arena = Arena.ofConfined()) {
            var length = arena.allocate(ValueLayout.JAVA_LONG);
            var data = pointer((long) getBlob.invokeExact(blob, length));
            return owned(data, length.get(ValueLayout.JAVA_LONG, 0), owner, () -> unrefBlob(blob));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `void vips_area_unref(VipsArea *area)`: gives one reference to a blob back.
    void unrefBlob(MemorySegment blob) {
        try {
            var _ = (long) unrefArea.invokeExact(blob);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// `char *vips_error_buffer_copy(void)`: the texts of all errors since the last call, and forgets them; for
    /// `g_free`.
    MemorySegment takeErrors() {
        try {
            return pointer((long) copyErrors.invokeExact());
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// The `GType` of images.
    long imageType() {
        try {
            return (long) imageType.invokeExact();
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /// The `GType` of blobs.
    long blobType() {
        try {
            return (long) blobType.invokeExact();
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    private static Optional<String> optionalText(MemorySegment pointer) {
        return isNull(pointer) ? Optional.empty() : Optional.of(text(pointer));
    }
}
