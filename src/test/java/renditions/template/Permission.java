package renditions.template;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An action on a resource, as in policies.
///
/// @param resource an ARN; in a policy a star stands for anything
record Permission(String action, String resource) {
    /// The permissions that a policy document allows.
    static Stream<Permission> allowedBy(JsonNode document) {
        return document.path("Statement")
                .valueStream()
                .filter(statement -> statement.path("Effect").asString("").equals("Allow"))
                .flatMap(statement -> all(statement.path("Action"))
                        .flatMap(action -> all(statement.path("Resource")).map(on -> new Permission(action, on))));
    }

    /// What reading and writing objects takes of the key that encrypts them ("Required AWS KMS permissions" of the S3
    /// user
    /// guide); nothing without a key.
    static Stream<Permission> ofKey(String key) {
        return key.isEmpty()
                ? Stream.of()
                : Stream.of(new Permission("kms:Decrypt", key), new Permission("kms:GenerateDataKey", key));
    }

    private static Stream<String> all(JsonNode oneOrMany) {
        return (oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany)).map(JsonNode::asString);
    }

    /// Whether a policy that allows this permission also allows the other.
    boolean covers(Permission other) {
        return matches(action, other.action) && matches(resource, other.resource);
    }

    private static boolean matches(String pattern, String name) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
