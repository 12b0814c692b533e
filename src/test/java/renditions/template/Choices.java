package renditions.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be chosen of the parameters that decide which parts a stack has.
final class Choices {
    private static final Map<String, List<String>> VALUES = values();

    private Choices() {}

    private static Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("UploadBucketName", List.of("", "my-uploads"));
        values.put("RenditionBucketName", List.of("", "my-renditions"));
        values.put("EventsFrom", List.of("S3", "EventBridge"));
        values.put("Removals", List.of("true", "false"));
        values.put("Corrupt", List.of("quarantine", "retry"));
        values.put("KmsKeyArn", List.of("", "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d"));
        values.put("BoundaryArn", List.of("", "arn:aws:iam::123456789012:policy/boundary"));
        values.put("ReprocessSchedule", List.of("cron(0 3 * * ? *)", ""));
        return values;
    }

    private record Pair(String name, String value, String otherName, String otherValue) {}

    /// The template under so many choices that every value meets every value of each other parameter; first under the
    /// defaults.
    static Stream<Template> of(Template template) {
        return pairwise().stream().map(template::chosen);
    }

    /// Whether nothing is chosen but the defaults.
    static boolean isDefault(Template template) {
        return VALUES.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                        .getFirst()
                        .equals(template.parameters()
                                .path(entry.getKey())
                                .path("Default")
                                .asString()));
    }

    /// The choices of a template, in words.
    static String words(Template template) {
        return VALUES.keySet().stream()
                .map(name -> name + "="
                        + template.parameters().path(name).path("Default").asString())
                .collect(Collectors.joining(" "));
    }

    private static List<Map<String, String>> pairwise() {
        var all = product();
        var chosen = new ArrayList<>(List.of(all.getFirst()));
        var missing = new HashSet<Pair>();
        all.forEach(one -> missing.addAll(pairs(one)));
        missing.removeAll(pairs(all.getFirst()));
        while (!missing.isEmpty()) {
            var next = all.stream()
                    .max(Comparator.comparingLong(one -> news(one, missing)))
                    .orElseThrow();
            missing.removeAll(pairs(next));
            chosen.add(next);
        }
        return chosen;
    }

    private static long news(Map<String, String> choice, Set<Pair> missing) {
        return pairs(choice).stream().filter(missing::contains).count();
    }

    private static List<Map<String, String>> product() {
        var all = List.of(Map.<String, String>of());
        for (var parameter : VALUES.entrySet()) {
            all = all.stream()
                    .flatMap(one ->
                            parameter.getValue().stream().map(value -> Template.with(one, parameter.getKey(), value)))
                    .toList();
        }
        return all;
    }

    private static Set<Pair> pairs(Map<String, String> choice) {
        var pairs = new HashSet<Pair>();
        choice.forEach((name, value) -> choice.forEach((other, otherValue) -> {
            if (name.compareTo(other) < 0) {
                pairs.add(new Pair(name, value, other, otherValue));
            }
        }));
        return pairs;
    }
}
