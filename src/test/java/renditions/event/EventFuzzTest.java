package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.Events;
import renditions.testing.Soak;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Real events of every source with a few faults. With every fault, the event is refused as a whole, or every
/// delivery is read exactly once.
final class EventFuzzTest {
    private static final int CASES = Soak.times(1_000, 5_000);

    @SuppressWarnings("unused") // found by its name
    private static final List<String> FILES = List.of(
            "odd-keys.json",
            "several-records-per-message.json",
            "unreadable-bodies.json",
            "removals.json",
            "console-folder.json",
            "wrapped-by-sns-or-eventbridge.json",
            "s3-direct.json",
            "sns-direct.json",
            "eventbridge-direct.json",
            "batch-operations-1.0.json",
            "batch-operations-2.0.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "9".repeat(400),
            "\"\"",
            "\"null\"",
            "\"\\ud800\"",
            "\"%\"",
            "\"x\"",
            "\"0055aed6\"",
            "\"a/\"",
            "\"ObjectRemoved:Delete\"",
            "\"" + "F".repeat(36_000) + "\"",
            "[]",
            "[null]",
            "{}",
            "{\"Records\":[]}",
            "[".repeat(100) + "]".repeat(100));

    private final InvocationReader reader = new InvocationReader();

    @ParameterizedTest
    @FieldSource("FILES")
    void bytes_flipped_lose_no_delivery(String file) {
        var original = Events.file(file);
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var event = flipped(original, random);
            var batch = readOrRefused(event, seed);
            if (batch != null) {
                var judge = new FuzzJudge(JSON.readTree(event), batch, seed);
                judge.assertEveryDeliveryOnce();
                judge.assertReplyIsUnderstood(random);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void fields_changed_lose_no_delivery(String file) {
        var original = JSON.readTree(Events.file(file));
        int refused = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var event = original.deepCopy();
            mutate(event, random);
            var batch = readOrRefused(JSON.writeValueAsBytes(event), seed);
            if (batch == null) {
                refused++;
            } else {
                var judge = new FuzzJudge(event, batch, seed);
                judge.assertEveryDeliveryOnce();
                judge.assertReplyIsUnderstood(random);
            }
        }
        assertThat(refused).isBetween(CASES / 100, CASES * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odd-keys.json",
                "several-records-per-message.json",
                "removals.json",
                "console-folder.json",
                "wrapped-by-sns-or-eventbridge.json"
            })
    void a_body_changed_touches_no_other_message(String file) {
        var original = JSON.readTree(Events.file(file));
        var untouched = reader.read(Events.file(file)).deliveries();
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var event = original.deepCopy();
            int changed = random.nextInt(untouched.size());
            var record = (ObjectNode) event.path("Records").path(changed);
            var body = JSON.readTree(record.path("body").stringValue());
            mutate(body, random);
            record.put("body", body.toString());

            var batch = reader.read(JSON.writeValueAsBytes(event));
            new FuzzJudge(event, batch, seed).assertEntriesAreSmall();
            var messages = new ArrayList<>(batch.deliveries());
            assertThat(messages).as("seed %d", seed).hasSameSizeAs(untouched);
            messages.set(changed, untouched.get(changed));
            assertThat(messages).as("seed %d", seed).isEqualTo(untouched);
        }
    }

    private @Nullable Invocation readOrRefused(byte[] event, int seed) {
        try {
            return reader.read(event);
        } catch (UnreadableInvocation refused) {
            assertThat(refused.getMessage()).as("seed %d", seed).hasSizeLessThan(500);
            return null;
        } catch (RuntimeException | StackOverflowError bug) {
            return fail("seed " + seed, bug);
        }
    }

    private static byte[] flipped(byte[] original, Random random) {
        var event = original.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            event[random.nextInt(event.length)] = (byte) random.nextInt(256);
        }
        return event;
    }

    /// Removes, replaces or doubles one to three things anywhere in the tree.
    private static void mutate(JsonNode tree, Random random) {
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            var containers = new ArrayList<JsonNode>();
            collect(tree, containers);
            if (!containers.isEmpty()) {
                change(containers.get(random.nextInt(containers.size())), random);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
        }
        node.forEach(child -> collect(child, containers));
    }

    private static void change(JsonNode container, Random random) {
        var wrong = JSON.readTree(WRONG_VALUES.get(random.nextInt(WRONG_VALUES.size())));
        int index = random.nextInt(container.size());
        int kind = random.nextInt(4);
        if (container instanceof ArrayNode array) {
            switch (kind) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                default -> array.set(index, wrong);
            }
        } else if (container instanceof ObjectNode object) {
            var field = List.copyOf(object.propertyNames()).get(index);
            if (kind == 0) {
                object.remove(field);
            } else {
                object.set(field, wrong);
            }
        }
    }
}
