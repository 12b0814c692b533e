package renditions.local.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Switches of every kind, and what they answer.
public final class Switches {
    private Switches() {}

    private sealed interface Shape {
        /// A switch in an interface.
        default int corners() {
            return switch (this) {
                case Circle _ -> 0;
                case Square _ -> 4;
                case Pair(var first, var second) -> first.corners() + second.corners();
            };
        }
    }

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    private record Pair(Shape first, Shape second) implements Shape {}

    private enum Colour {
        RED,
        BLUE
    }

    /// What all of them say of everything.
    public static List<String> answers() {
        var circles = new Pair(new Circle(1), new Circle(2));
        var shapes = Stream.of(new Circle(7), new Circle(70), new Square(3), circles, new Pair(new Circle(1), circles));
        return Stream.of(
                        shapes.flatMap(
                                shape -> Stream.of(name(shape), guarded(shape), Integer.toString(shape.corners()))),
                        Stream.of("text", "", 5, 5L, Colour.RED).map(Switches::kind),
                        Arrays.asList("text", "", Colour.RED, Colour.BLUE, null).stream()
                                .map(Switches::mixed),
                        Stream.of(nothing(null), nothing(5), refusesNothing()))
                .flatMap(words -> words)
                .toList();
    }

    private static String name(Shape shape) {
        return switch (shape) {
            case Circle(int radius) -> "circle of " + radius;
            case Square(int side) -> "square of " + side;
            case Pair(Circle _, Circle(int radius)) -> "circle and circle of " + radius;
            case Pair(var first, var second) -> name(first) + " and " + name(second);
        };
    }

    /// Each guard that says no has the search go on behind its case.
    private static String guarded(Shape shape) {
        return switch (shape) {
            case Circle circle when circle.radius() > 50 -> "huge";
            case Circle circle when circle.radius() > 5 -> "large";
            case Square _ -> "square";
            case Shape _ -> "other";
        };
    }

    private static String kind(Object value) {
        return switch (value) {
            case Integer _, Long _ -> "number";
            case CharSequence text when text.isEmpty() -> "no text";
            case CharSequence _ -> "text";
            default -> "something";
        };
    }

    /// Not over types alone.
    private static String mixed(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text when text.isEmpty() -> "no text";
            case String _ -> "text";
            case Colour.RED -> "red";
            default -> "something";
        };
    }

    private static String nothing(@Nullable Integer value) {
        return switch (value) {
            case null -> "nothing";
            case Integer number when number > 3 -> "many";
            case Integer _ -> "few";
        };
    }

    private static String refusesNothing() {
        try {
            return kind(missing());
        } catch (NullPointerException refused) {
            return "refused";
        }
    }

    @SuppressWarnings("NullAway") // that is what it is for
    private static Object missing() {
        return null;
    }
}
