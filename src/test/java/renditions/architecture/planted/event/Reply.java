package renditions.architecture.planted.event;

import renditions.architecture.planted.batch.Outcome;
import renditions.architecture.planted.store.ObjectId;
import tools.jackson.databind.JsonNode;

/// Keeps the rules.
public record Reply(JsonNode json, Outcome outcome, ObjectId object) {}
