package renditions.image.ward;

import java.util.regex.Pattern;

/// Texts that come out of a child: what its engine or its JVM says.
final class Words {
    /// The most characters of a text; the rest is cut off.
    private static final int LONGEST = 500;

    private static final Pattern NO_TEXT = Pattern.compile("[^\\x21-\\x7e]+");

    /// What libvips and the libraries behind it, GLib, C++ and the JVM say when an allocation fails.
    private static final Pattern MEMORY = Pattern.compile(
            "out of memory|outofmemory|insufficient memory|not enough memory|memory allocation"
                    + "|(cannot|unable to|failed to) allocate|bad_alloc",
            Pattern.CASE_INSENSITIVE);

    private Words() {}

    /// One line of printable ASCII.
    static String clean(String text) {
        var line = NO_TEXT.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }

    /// Whether the text says that memory ran out.
    static boolean tellOfMemory(String text) {
        return MEMORY.matcher(text).find();
    }
}
