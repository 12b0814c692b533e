package renditions.architecture.planted.telemetry;

import renditions.architecture.planted.store.Bucket;

/// Breaks a rule: nothing of `store` is known here.
interface KnowsBucket {
    /// The bucket.
    static int hash(Object bucket) {
        return bucket instanceof Bucket ? 1 : 0;
    }
}
