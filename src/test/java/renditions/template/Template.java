package renditions.template;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A CloudFormation template, unresolved.
record Template(ObjectNode root) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The template in a file. What it says of all functions is said of each.
    static Template of(Path file) {
        ObjectNode root = JSON.valueToTree(ShortTags.read(Rule.text(file)));
        var globals = root.remove("Globals").path("Function");
        var template = new Template(root);
        template.named("AWS::Serverless::Function").forEach(function -> {
            var own = (ObjectNode) template.resource(function).path("Properties");
            merge(own, globals);
        });
        return template;
    }

    /// "Globals section of the AWS SAM template": a function's own values win, and maps are united.
    private static void merge(ObjectNode own, JsonNode globals) {
        globals.propertyStream().forEach(entry -> {
            if (own.path(entry.getKey()) instanceof ObjectNode inner
                    && entry.getValue().isObject()) {
                merge(inner, entry.getValue());
            } else if (!own.has(entry.getKey())) {
                own.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /// A changed copy.
    Template changed(Consumer<ObjectNode> change) {
        var copy = root.deepCopy();
        change.accept(copy);
        return new Template(copy);
    }

    /// The template as it is deployed with these parameters: they are its defaults, and what has no place with them is
    /// left out.
    Template chosen(Map<String, String> values) {
        return changed(copy -> {
            values.forEach((name, value) -> ((ObjectNode) copy.at("/Parameters/" + name)).put("Default", value));
            var stack = new Template(copy).stack();
            var ruledOut = copy.path("Conditions")
                    .propertyStream()
                    .filter(condition -> values.keySet().containsAll(parametersIn(condition.getValue()))
                            && !stack.resolve(condition.getValue()).booleanValue())
                    .map(Map.Entry::getKey)
                    .toList();
            ((ObjectNode) copy.path("Resources"))
                    .remove(copy.path("Resources")
                            .propertyStream()
                            .filter(it -> ruledOut.contains(Rule.said(it.getValue(), "/Condition")))
                            .map(Map.Entry::getKey)
                            .toList());
        });
    }

    JsonNode parameters() {
        return root.path("Parameters");
    }

    JsonNode resource(String name) {
        return root.path("Resources").path(name);
    }

    /// The names of the resources of a type.
    List<String> named(String type) {
        return root.path("Resources")
                .propertyStream()
                .filter(resource -> Rule.said(resource.getValue(), "/Type").equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The event sources of a type, each with its function.
    Stream<Source> sources(String type) {
        return named("AWS::Serverless::Function").stream()
                .flatMap(function -> resource(function)
                        .at("/Properties/Events")
                        .propertyStream()
                        .filter(event -> Rule.said(event.getValue(), "/Type").equals(type))
                        .map(event -> new Source(function, event.getKey())));
    }

    /// An event source of a function.
    record Source(String function, String event) {
        JsonNode properties(Stack stack) {
            return stack.resolve(stack.template().resource(function).at("/Properties/Events/" + event + "/Properties"));
        }

        @Override
        public String toString() {
            return function + "." + event;
        }
    }

    /// The stack with the parameters' defaults.
    Stack stack() {
        return stack(Map.of());
    }

    /// The stack with these parameters, and the defaults of the others.
    Stack stack(Map<String, String> values) {
        var all = new HashMap<>(values);
        parameters()
                .propertyStream()
                .forEach(parameter -> all.putIfAbsent(
                        parameter.getKey(), parameter.getValue().path("Default").asString()));
        return new Stack(this, all);
    }

    /// A stack for every allowed value of these parameters (of ranges, for the least and the most), with the
    /// others' defaults.
    Stream<Stack> stacks(Set<String> names) {
        Stream<Map<String, String>> combinations = Stream.of(Map.of());
        for (var name : names) {
            combinations = combinations.flatMap(chosen -> extremes(name).map(value -> with(chosen, name, value)));
        }
        return combinations.map(this::stack);
    }

    /// The stack in which these parameters are as long as they may be, and the others have their defaults.
    Stack longest(Set<String> names) {
        var values = new HashMap<String, String>();
        names.forEach(name -> values.put(
                name,
                parameters().path(name).has("MaxLength")
                        ? "x".repeat(parameters().path(name).path("MaxLength").asInt())
                        : extremes(name)
                                .max(Comparator.comparingInt(String::length))
                                .orElseThrow()));
        return stack(values);
    }

    /// The values with another one.
    static Map<String, String> with(Map<String, String> chosen, String name, String value) {
        var all = new HashMap<>(chosen);
        all.put(name, value);
        return all;
    }

    private Stream<String> extremes(String name) {
        var parameter = parameters().path(name);
        if (parameter.has("AllowedValues")) {
            return parameter.path("AllowedValues").valueStream().map(JsonNode::asString);
        }
        return parameter.has("MinValue")
                ? Stream.of("MinValue", "MaxValue")
                        .map(end -> parameter.path(end).asString())
                : Stream.of(parameter.path("Default").asString());
    }

    /// The parameters that these parts of the template refer to.
    Set<String> parametersIn(JsonNode... parts) {
        var names = new TreeSet<String>();
        for (var part : parts) {
            References.of(part).filter(name -> parameters().has(name)).forEach(names::add);
        }
        return names;
    }
}
