package renditions.template;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The references of a part of a template: to parameters and resources, but not to the parameters of conditions.
final class References {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:]+)[.}]");

    private References() {}

    /// The names, as often as they occur.
    static Stream<String> of(JsonNode part) {
        if (part.isArray()) {
            return part.valueStream().flatMap(References::of);
        }
        return part.propertyStream().flatMap(entry -> switch (entry.getKey()) {
            case "Ref" -> Stream.of(entry.getValue().asString());
            case "Fn::GetAtt" -> Stream.of(entry.getValue().path(0).asString());
            case "Fn::Sub" -> Stream.concat(variables(entry.getValue()), of(entry.getValue()));
            default -> of(entry.getValue());
        });
    }

    private static Stream<String> variables(JsonNode sub) {
        var text = sub.isArray() ? sub.path(0) : sub;
        return VARIABLE.matcher(text.asString()).results().map(found -> found.group(1));
    }
}
