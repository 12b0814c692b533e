package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A fault that is planted into a template: a line of the table `planted-faults.txt`.
///
/// @param rule the beginning of the name of the rule that must refuse it
/// @param what the fault, in words
/// @param changes the changes that plant it
/// @param ways the templates in which it can be planted
record Fault(String rule, String what, List<String> changes, List<Deployed> ways) {
    private static final Path TABLE = Path.of("src", "test", "resources", "planted-faults.txt");
    private static final Pattern CHANGE = Pattern.compile("(\\S*)/(\\S+) ([-=+]) ?(.*)");
    private static final Pattern REPLACEMENT = Pattern.compile("(.*) => (.*)");
    private static final JsonMapper JSON = new JsonMapper();

    /// What a path may begin with instead of a slash.
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("QUEUE", "/Resources/UploadQueue/Properties"),
            Map.entry("DEAD", "/Resources/DeadLetterQueue/Properties"),
            Map.entry("FUNCTION", "/Resources/RenditionsFunction/Properties"),
            Map.entry("EVENT", "/Resources/RenditionsFunction/Properties/Events/Uploads/Properties"),
            Map.entry("VARIABLES", "/Resources/RenditionsFunction/Properties/Environment/Variables"),
            Map.entry("UPLOADS", "/Resources/UploadBucket"),
            Map.entry(
                    "TOLD",
                    "/Resources/UploadBucket/Properties/NotificationConfiguration/Fn::If/2/QueueConfigurations"),
            Map.entry("JOB", "/Resources/BacklogRole/Properties"),
            Map.entry("REPROCESS", "/Resources/ReprocessFunction/Properties"),
            Map.entry("SWEEPS", "/Resources/ReprocessRole/Properties/Policies/0/PolicyDocument/Statement"),
            Map.entry("TICK", "/Resources/TickRole/Properties"),
            Map.entry("RULE", "/Resources/UploadRule/Properties"),
            Map.entry("ROLE", "/Resources/RenditionsRole/Properties"),
            Map.entry("OTHERS", "/Resources/RenditionsRole/Properties/Policies/0/PolicyDocument/Statement"),
            Map.entry("POLICY", "/Resources/BucketsPolicy/Properties"),
            Map.entry("STATEMENTS", "/Resources/BucketsPolicy/Properties/PolicyDocument/Statement"),
            Map.entry("HEARS", "/Resources/UploadQueuePolicy/Properties/PolicyDocument/Statement/0/Fn::If/1"),
            Map.entry("TELLS", "/Resources/UploadQueuePolicy/Properties/PolicyDocument/Statement/0/Fn::If/2"));

    /// The whole table.
    static List<Fault> all() {
        return Rule.text(TABLE)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> of(line.split(" \\| ", -1)))
                .toList();
    }

    private static Fault of(String[] cells) {
        var ways = cells.length > 3 ? Stream.of(Deployed.valueOf(cells[3])) : Stream.of(Deployed.values());
        return new Fault(cells[0], cells[1], List.of(cells[2].split(" ; ", -1)), ways.toList());
    }

    void plant(ObjectNode root) {
        for (var change : changes) {
            var replacement = REPLACEMENT.matcher(change);
            if (replacement.matches()) {
                replace(root, replacement.group(1), replacement.group(2));
            } else {
                var parts = CHANGE.matcher(change);
                assertThat(parts.matches()).as(change).isTrue();
                change(root, parts.group(1), parts.group(2), parts.group(3), parts.group(4));
            }
        }
    }

    private static void change(ObjectNode root, String path, String name, String kind, String json) {
        var place = path.split("/", 2);
        var owner = root.at(path.replaceFirst("^[A-Z]+", PLACES.getOrDefault(place[0], "")));
        switch (kind) {
            case "=" -> set(owner, name, JSON.readTree(json));
            case "+" -> ((ArrayNode) owner.at("/" + name)).add(JSON.readTree(json));
            default ->
                assertThat(
                                owner instanceof ArrayNode list
                                        ? list.remove(Integer.parseInt(name))
                                        : ((ObjectNode) owner).remove(name))
                        .as(path + "/" + name)
                        .isNotNull();
        }
    }

    private static void set(JsonNode owner, String name, JsonNode value) {
        switch (owner) {
            case ArrayNode list -> list.set(Integer.parseInt(name), value);
            default -> ((ObjectNode) owner).set(name, value);
        }
    }

    private static void replace(ObjectNode root, String old, String now) {
        var body = (ObjectNode) root.at("/Resources/Dashboard/Properties/DashboardBody");
        var text = body.path("Fn::Sub").asString();
        assertThat(text).contains(old);
        body.put("Fn::Sub", text.replace(old, now));
    }

    @Override
    public String toString() {
        return rule + "…: " + what;
    }
}
