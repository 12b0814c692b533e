package renditions.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import renditions.store.ObjectId;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/// Notes which objects a client wanted to read, whether they are there or not. Safe for use by many threads.
final class AskedFor implements ExecutionInterceptor {
    private final Set<ObjectId> objects = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        if (call.request() instanceof GetObjectRequest get) {
            objects.add(new ObjectId(get.bucket(), get.key()));
        }
    }

    boolean contains(ObjectId object) {
        return objects.contains(object);
    }
}
