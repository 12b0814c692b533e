package renditions.architecture.planted.event;

import renditions.architecture.planted.store.Bucket;

/// Breaks a rule: of `store` only the name of an object is known here.
interface KnowsBucket {
    /// The bucket.
    static int hash(Object bucket) {
        return bucket instanceof Bucket ? 1 : 0;
    }
}
