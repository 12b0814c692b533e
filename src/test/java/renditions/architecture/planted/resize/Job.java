package renditions.architecture.planted.resize;

import renditions.architecture.planted.batch.NanoClock;
import renditions.architecture.planted.image.Picture;
import renditions.architecture.planted.store.Bucket;
import tools.jackson.databind.JsonNode;

/// Keeps the rules.
public record Job(Bucket bucket, Picture picture, NanoClock clock, JsonNode manifest) {}
