package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalInt;

/// The functions of libvips that work on images and operations, one method each. A NULL pointer as an argument
/// crashes the process: libvips is built without checks.
///
/// Source: libvips API, `VipsImage`, `VipsOperation`, `VipsForeign`, `VipsBlob`, `error.c`.
final class VipsCalls extends CFunctions {
    private final CFunction findLoader = function("vips_foreign_find_load_buffer");
    private final CFunction getInt = function("vips_image_get_int");
    private final CFunction getString = function("vips_image_get_string");
    private final CFunction getTypeOf = function("vips_image_get_typeof");
    private final CFunction setBlob = function("vips_image_set_blob_copy");
    private final CFunction copyMemory = function("vips_image_copy_memory");
    private final CFunction getData = function("vips_image_get_data");
    private final CFunction setKill = function("vips_image_set_kill");
    private final CFunction newOperation = function("vips_operation_new");
    private final CFunction setFromString = function("vips_object_set_from_string");
    private final CFunction build = function("vips_object_build");
    private final CFunction unrefOutputs = function("vips_object_unref_outputs");
    private final CFunction newBlob = function("vips_blob_new");
    private final CFunction getBlob = function("vips_blob_get");
    private final CFunction unrefArea = function("vips_area_unref");
    private final CFunction imageType = function("vips_image_get_type");
    private final CFunction blobType = function("vips_blob_get_type");
    private final CFunction copyErrors = function("vips_error_buffer_copy");

    VipsCalls(CLibrary library) {
        super(library);
    }

    /// `const char *vips_foreign_find_load_buffer(const void *data, size_t size)`: the class name of the loader
    /// that knows these bytes.
    Optional<String> findLoader(MemorySegment bytes) {
        return optionalText(pointer(findLoader.call(bytes, number(bytes.byteSize()))));
    }

    /// `int vips_image_get_int(const VipsImage *image, const char *name, int *out)`: a number of the header;
    /// fields, enums, metadata.
    OptionalInt integer(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ValueLayout.JAVA_INT);
            var field = text(arena, name);
            if (getTypeOf.call(image, field) == 0 || toInt(getInt.call(image, field, out)) != 0) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(out.get(ValueLayout.JAVA_INT, 0));
        }
    }

    /// `int vips_image_get_string(const VipsImage *image, const char *name, const char **out)`: the image keeps the
    /// text.
    Optional<String> string(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            var out = arena.allocate(ValueLayout.JAVA_LONG);
            var field = text(arena, name);
            if (getTypeOf.call(image, field) == 0 || toInt(getString.call(image, field, out)) != 0) {
                return Optional.empty();
            }
            return Optional.of(text(pointer(out.get(ValueLayout.JAVA_LONG, 0))));
        }
    }

    /// `GType vips_image_get_typeof(const VipsImage *image, const char *name)`: 0 where there is no such metadata.
    boolean has(MemorySegment image, String name) {
        try (var arena = Arena.ofConfined()) {
            return getTypeOf.call(image, text(arena, name)) != 0;
        }
    }

    /// `void vips_image_set_blob_copy(VipsImage *image, const char *name, const void *data, size_t length)`: sets
    /// metadata of an image that nobody else uses yet.
    void setBlob(MemorySegment image, String name, byte[] data) {
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, data);
            setBlob.call(image, text(arena, name), bytes, number(data.length));
        }
    }

    /// `VipsImage *vips_image_copy_memory(VipsImage *image)`: evaluates the image; a new
    /// reference, or NULL.
    MemorySegment copyMemory(MemorySegment image) {
        return pointer(copyMemory.call(image));
    }

    /// `const void *vips_image_get_data(VipsImage *image)`: the pixels of an image in memory, row by row; NULL on
    /// failure. They stay the image's.
    MemorySegment data(MemorySegment image) {
        return pointer(getData.call(image));
    }

    /// `void vips_image_set_kill(VipsImage *image, gboolean kill)`: from any thread; the image's evaluation fails
    /// soon.
    void kill(MemorySegment image) {
        setKill.call(image, number(1));
    }

    /// `VipsOperation *vips_operation_new(const char *name)`, by nickname or class name: a new reference, or NULL.
    MemorySegment newOperation(String name) {
        try (var arena = Arena.ofConfined()) {
            return pointer(newOperation.call(text(arena, name)));
        }
    }

    /// `int vips_object_set_from_string(VipsObject *object, const char *string)`, `name=value,name=value`: 0, or
    /// -1.
    int setFromString(MemorySegment operation, String options) {
        try (var arena = Arena.ofConfined()) {
            return toInt(setFromString.call(operation, text(arena, options)));
        }
    }

    /// `int vips_object_build(VipsObject *object)`: runs an operation: 0, or -1.
    int build(MemorySegment operation) {
        return toInt(build.call(operation));
    }

    /// `void vips_object_unref_outputs(VipsObject *object)`: gives back the references that a built operation
    /// holds on its results.
    void unrefOutputs(MemorySegment operation) {
        unrefOutputs.call(operation);
    }

    /// `VipsBlob *vips_blob_new(VipsCallbackFn free_fn, const void *data, size_t length)`: the caller keeps the
    /// bytes, which are neither copied nor freed. A new reference.
    MemorySegment newBlob(MemorySegment bytes) {
        return pointer(newBlob.call(MemorySegment.NULL, bytes, number(bytes.byteSize())));
    }

    /// `const void *vips_blob_get(VipsBlob *blob, size_t *length)`: the blob keeps the bytes, usable as long as
    /// this reference to it.
    MemorySegment bytes(MemorySegment blob, Reference reference) {
        try (var arena = Arena.ofConfined()) {
            var length = arena.allocate(ValueLayout.JAVA_LONG);
            var data = pointer(getBlob.call(blob, length));
            return reference.memory(data, length.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    /// `void vips_area_unref(VipsArea *area)`: gives one reference to a blob back.
    void unrefBlob(MemorySegment blob) {
        unrefArea.call(blob);
    }

    /// `char *vips_error_buffer_copy(void)`: the texts of all errors since the last call, and forgets them; for
    /// `g_free`.
    MemorySegment takeErrors() {
        return pointer(copyErrors.call());
    }

    /// The `GType` of images.
    long imageType() {
        return imageType.call();
    }

    /// The `GType` of blobs.
    long blobType() {
        return blobType.call();
    }

    private static Optional<String> optionalText(MemorySegment pointer) {
        return isNull(pointer) ? Optional.empty() : Optional.of(text(pointer));
    }
}
