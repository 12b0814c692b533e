package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A C library that counts every reference that it gives and gets back, and throws at one of its calls, like a JVM
/// without memory for an argument. Used by one thread.
final class BrittleLibrary implements CLibrary {
    /// The results of these functions must be given back.
    private static final Set<String> GIVE = Set.of(
            "vips_operation_new",
            "vips_image_copy_memory",
            "vips_blob_new",
            "vips_error_buffer_copy",
            "g_value_dup_object",
            "g_value_dup_boxed");

    /// These functions take their argument back, and never throw here.
    private static final Set<String> TAKE = Set.of("g_object_unref", "vips_area_unref", "g_free", "g_value_unset");

    private final CLibrary library;
    private final int throwing;
    private final Map<Long, Integer> given = new HashMap<>();
    private final Set<Long> built = new HashSet<>();
    private int calls;

    /// @param throwing the number of the call that throws, from 1; calls that give back are not counted
    BrittleLibrary(CLibrary library, int throwing) {
        this.library = library;
        this.throwing = throwing;
    }

    @Override
    public CFunction function(String name) {
        var function = library.function(name);
        if (TAKE.contains(name)) {
            return (first, second, third, fourth) -> {
                count(first.address(), -1);
                return function.call(first, second, third, fourth);
            };
        }
        if (name.equals("vips_object_unref_outputs")) {
            return (first, second, third, fourth) -> {
                built.remove(first.address());
                return function.call(first, second, third, fourth);
            };
        }
        return (first, second, third, fourth) -> {
            if (++calls == throwing) {
                throw new OutOfMemoryError("for the test, at " + name);
            }
            long result = function.call(first, second, third, fourth);
            account(name, first, result);
            return result;
        };
    }

    private void account(String name, MemorySegment first, long result) {
        if (GIVE.contains(name) && result != 0) {
            count(result, 1);
        } else if (name.equals("g_value_init")) {
            count(first.address(), 1);
        } else if (name.equals("vips_object_build")) {
            built.add(first.address());
        }
    }

    private void count(long address, int references) {
        given.merge(address, references, (before, more) -> before + more == 0 ? null : before + more);
    }

    /// Whether the call that throws was reached.
    boolean hasThrown() {
        return calls >= throwing;
    }

    int calls() {
        return calls;
    }

    /// The balance of references by address: above zero if not given back, below zero if given back too often.
    Map<Long, Integer> open() {
        return given;
    }

    /// Operations whose results were not given back.
    Set<Long> openResults() {
        return built;
    }
}
