package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A fault that is planted into a template.
///
/// @param rule the rule that must refuse it
/// @param what the fault, in words
/// @param ways the templates in which it can be planted
record Fault(String rule, String what, Consumer<ObjectNode> plant, List<Deployed> ways) {
    Fault in(Deployed way) {
        return new Fault(rule, what, plant, List.of(way));
    }

    /// A fault that both templates can have.
    static Fault fault(String rule, String what, Consumer<ObjectNode> plant) {
        return new Fault(rule, what, plant, List.of(Deployed.values()));
    }

    static Consumer<ObjectNode> put(String where, String name, Object value) {
        return root -> object(root, where).set(name, new JsonMapper().valueToTree(value));
    }

    static Consumer<ObjectNode> remove(String where, String name) {
        return root -> {
            assertThat(object(root, where).remove(name)).as(name).isNotNull();
        };
    }

    static Consumer<ObjectNode> add(String where, String value) {
        return root -> array(root, where).add(value);
    }

    static Consumer<ObjectNode> removeAt(String where, int index) {
        return root -> {
            assertThat(array(root, where).remove(index)).isNotNull();
        };
    }

    /// Replaces text of the dashboard.
    static Consumer<ObjectNode> replace(String old, String now) {
        return root -> {
            var body = object(root, "/Resources/Dashboard/Properties/DashboardBody");
            var text = body.path("Fn::Sub").asString();
            assertThat(text).contains(old);
            body.put("Fn::Sub", text.replace(old, now));
        };
    }

    private static ObjectNode object(ObjectNode root, String where) {
        return (ObjectNode) root.at(where);
    }

    private static ArrayNode array(ObjectNode root, String where) {
        return (ArrayNode) root.at(where);
    }
}
