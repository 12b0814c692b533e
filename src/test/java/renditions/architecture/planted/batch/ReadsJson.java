package renditions.architecture.planted.batch;

import tools.jackson.databind.JsonNode;

/// Breaks a rule: a library.
record ReadsJson(JsonNode node) {}
