package renditions.architecture.planted.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.Logger;
import renditions.architecture.planted.event.Reply;
import renditions.architecture.planted.image.vips.Kernel;
import renditions.architecture.planted.resize.Job;

/// Keeps the rules: the environment is read here.
public record Settings(Context context, Logger log, Reply reply, Kernel kernel, Job job) {
    /// The region.
    public static String region() {
        return System.getenv().toString();
    }
}
