package renditions.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import renditions.batch.BatchListener;
import renditions.image.vips.VipsImages;
import renditions.image.ward.DeadlyImages;
import renditions.lambda.Engines;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.log.Log;
import renditions.store.S3Clients;
import renditions.telemetry.RecordLog;

/// The function with an engine that some pictures kill or hang, in its own process and in those for suspects. No guard
/// and no budget keeps memory bombs out. As on Lambda, the process is killed when it takes more memory than it has.
public final class DeadlyFunction implements RequestStreamHandler {
    private final RenditionsFunction function;

    public DeadlyFunction() {
        var settings = Settings.ofEnvironment();
        var vips = new DeadlyImages(VipsImages.load(settings.libvips(), null));
        var log = LoggerFactory.getLogger("renditions.ward");
        var ward = DeadlyImages.ward(vips, Objects.requireNonNull(settings.libvips()), settings.stuck(), log::warn);
        var engines = new Engines(vips, ward, ward::rest, Engines.Usage.NONE);
        ScarceMemory.watch();
        var s3 = S3Clients.builder(Wiring.connections()).build();
        function = new RenditionsFunction(Wiring.of(settings, s3, engines, new BatchListener<>() {})
                .endingWhenStuck(settings.runtimeApi())
                .recordedBy(new RecordLog(Log.lines(), InstantSource.system())));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        function.handleRequest(event, reply, context);
    }
}
