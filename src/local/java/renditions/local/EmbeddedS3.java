package renditions.local;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import renditions.local.cloud.NotifyingStore;
import renditions.local.cloud.UploadQueue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// An S3 in this process: real HTTP and signatures on a free port of 127.0.0.1, objects in memory until [#close()].
///
/// It differs from Amazon's: it treats keys as paths, so `a/../b` and `a/./b` are the same objects as `b` and
/// `a/b`, no object `a` can exist beside `a/b`, and a key that leaves the bucket (`../a`) is refused (400). Keys
/// with an empty segment (`/a`, `a//b`) are refused (403), and so are tags (501). A control character in a key
/// breaks the listing (500). It sends notifications only for objects that are put in one part.
public final class EmbeddedS3 implements AutoCloseable {
    private final HoldingStore holding;
    private final NotifyingStore objects;
    private final S3Proxy server;

    private EmbeddedS3(HoldingStore holding, NotifyingStore objects, S3Proxy server) {
        this.holding = holding;
        this.objects = objects;
        this.server = server;
    }

    /// Starts an S3 without buckets. It takes requests when this returns.
    ///
    /// @return owned by the caller, who closes it
    public static EmbeddedS3 start() {
        return start(S3Proxy.builder());
    }

    /// Starts an S3 that takes requests over TLS, too, on a second port.
    ///
    /// @param tls has its certificate
    /// @return owned by the caller, who closes it
    public static EmbeddedS3 start(SSLContext tls) {
        return start(S3Proxy.builder()
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .sslContext(tls));
    }

    private static EmbeddedS3 start(S3Proxy.Builder more) {
        var holding = new HoldingStore(BlobStores.create("transient", new Properties()));
        var objects = new NotifyingStore(holding);
        var server = more.blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        LocalAccess.CREDENTIALS.accessKeyId(),
                        LocalAccess.CREDENTIALS.secretAccessKey())
                .build();
        var s3 = new EmbeddedS3(holding, objects, server);
        try {
            server.start();
        } catch (Exception problem) {
            s3.close();
            throw new IllegalStateException("the embedded S3 does not start", problem);
        }
        return s3;
    }

    /// Its address, for `endpointOverride`; buckets are addressed by path.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /// Its address for TLS; the host is an IP address.
    ///
    /// @throws IllegalStateException if it was started without TLS
    public URI tlsEndpoint() {
        int port = server.getSecurePort();
        if (port < 0) {
            throw new IllegalStateException("this embedded S3 was started without TLS");
        }
        return URI.create("https://127.0.0.1:" + port);
    }

    /// A client of this S3, otherwise configured like one of Amazon's.
    ///
    /// @return owned by the caller, who closes it
    public S3Client client() {
        return LocalAccess.client(endpoint());
    }

    /// Makes an empty bucket; an existing one does not change.
    public void createBucket(String name) {
        if (!objects.containerExists(name)) {
            objects.createContainer(name);
        }
    }

    /// Stores an object without a request, for tests with many.
    ///
    /// @param bucket an existing one
    public void put(String bucket, String key, byte[] bytes) {
        holding.putBlob(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    /// Sends the notifications of this bucket's uploads to the queue from now on, S3's test event first.
    ///
    /// @param queue its client must stay open as long as there are uploads
    public void notify(String bucket, UploadQueue queue) {
        objects.watch(bucket, queue);
    }

    /// Holds the next request that puts an object into this bucket under a key that begins so, once: `meanwhile`
    /// runs before the object is stored. All other requests go on.
    ///
    /// @param meanwhile may make requests itself, and may wait
    void holdNextPut(String bucket, String prefix, Runnable meanwhile) {
        holding.holdNext(bucket, prefix, meanwhile);
    }

    /// Stops listening and forgets every object. A second call does nothing.
    @Override
    public void close() {
        try (objects) {
            server.stop();
        } catch (Exception problem) {
            throw new IllegalStateException("the embedded S3 does not stop", problem);
        }
    }
}
