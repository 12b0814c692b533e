package renditions.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Says to a generator what is in a tree.
final class TreeWriter {
    private TreeWriter() {}

    /// @throws IllegalArgumentException when something in the tree is not JSON
    static void write(JsonNode tree, JsonGenerator into) {
        switch (tree.getNodeType()) {
            case OBJECT -> object(tree, into);
            case ARRAY -> array(tree, into);
            case STRING -> into.writeString(tree.stringValue());
            case NUMBER -> number(tree, into);
            case BOOLEAN -> into.writeBoolean(tree.booleanValue());
            case NULL -> into.writeNull();
            case MISSING, BINARY, POJO ->
                throw new IllegalArgumentException("a tree has " + tree.getNodeType() + ", which is not JSON");
        }
    }

    private static void object(JsonNode object, JsonGenerator into) {
        into.writeStartObject();
        for (var field : object.properties()) {
            into.writeName(field.getKey());
            write(field.getValue(), into);
        }
        into.writeEndObject();
    }

    private static void array(JsonNode array, JsonGenerator into) {
        into.writeStartArray();
        for (var element : array) {
            write(element, into);
        }
        into.writeEndArray();
    }

    private static void number(JsonNode number, JsonGenerator into) {
        switch (number.numberType()) {
            case INT, LONG -> into.writeNumber(number.longValue());
            case BIG_INTEGER -> into.writeNumber(number.bigIntegerValue());
            case FLOAT, DOUBLE -> into.writeNumber(number.doubleValue());
            case BIG_DECIMAL -> into.writeNumber(number.decimalValue());
        }
    }
}
