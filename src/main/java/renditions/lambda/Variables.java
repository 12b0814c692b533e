package renditions.lambda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Environment variables, read with their allowed ranges. For a wrong one an [IllegalArgumentException] names the
/// variable, its value and what is allowed. An empty variable counts as not set.
record Variables(Map<String, String> all) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    @Nullable
    String text(String name) {
        var value = all.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String name, String otherwise) {
        var value = text(name);
        return value == null ? otherwise : value;
    }

    String required(String name, String allowed) {
        var value = text(name);
        if (value == null) {
            throw wrong(name, "not set", allowed);
        }
        return value;
    }

    int number(String name, int otherwise, int least, int most) {
        var value = text(name);
        if (value == null) {
            return otherwise;
        }
        int number = DIGITS.matcher(value).matches() ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw wrong(name, "'" + value + "'", "a whole number from " + least + " to " + most);
        }
        return number;
    }

    /// `true` or `false`, in upper or lower case.
    boolean flag(String name, boolean otherwise) {
        var value = text(name, Boolean.toString(otherwise));
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw wrong(name, "'" + value + "'", "true, false");
        }
        return Boolean.parseBoolean(value);
    }

    /// One of the allowed values, by its name in upper or lower case. The README writes it in capital letters.
    <E extends Enum<E>> E choice(String name, E otherwise, E[] allowed) {
        return choice(name, otherwise, allowed, UnaryOperator.identity());
    }

    /// The same where the README writes the values in small letters.
    <E extends Enum<E>> E smallChoice(String name, E otherwise, E[] allowed) {
        return choice(name, otherwise, allowed, capitals -> capitals.toLowerCase(Locale.ROOT));
    }

    private <E extends Enum<E>> E choice(String name, E otherwise, E[] allowed, UnaryOperator<String> written) {
        var value = text(name);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(allowed)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "'" + value + "'",
                        Arrays.stream(allowed).map(Enum::name).map(written).collect(Collectors.joining(", "))));
    }

    static IllegalArgumentException wrong(String name, String value, String allowed) {
        return new IllegalArgumentException("the setting " + name + " is " + value + ", allowed: " + allowed);
    }
}
