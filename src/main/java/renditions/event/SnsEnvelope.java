package renditions.event;

/// The envelope that SNS puts around a message, unless the subscription of a queue asks for raw delivery (SNS
/// developer guide, "Parsing message formats").
///
/// @param fields of the envelope
record SnsEnvelope(JsonObject fields) {
    /// Whether this is such an envelope.
    static boolean is(JsonObject body) {
        return body.node().has("Type")
                && body.node().has("Message")
                && !body.node().has("Records");
    }

    /// The message inside.
    ///
    /// @throws Misread if the envelope holds no message of a topic, but asks to confirm a subscription, for example
    JsonObject message() throws Misread {
        var type = fields.text("Type");
        if (!type.equals("Notification")) {
            throw new Misread("the Type of the SNS message is '" + Excerpt.of(type) + "', not Notification");
        }
        return JsonObject.read(fields.text("Message"), fields.path() + ".Message");
    }
}
