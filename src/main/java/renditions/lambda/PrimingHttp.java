package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/// The HTTP client of the priming invocation. It answers like an S3 that has the upload of `priming.json` but no
/// manifest, and that accepts every PUT. Nothing leaves the process.
///
/// @param upload the bytes of the upload
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrimingHttp(byte[] upload) implements SdkHttpClient {
    private static final byte[] NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8);
    private static final byte[] NOTHING = {};

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                if (request.contentStreamProvider().isPresent()) {
                    try (var body = request.contentStreamProvider().get().newStream()) {
                        body.transferTo(OutputStream.nullOutputStream());
                    }
                }
                return answer(request.httpRequest());
            }

            @Override
            public void abort() {} // it never waits
        };
    }

    private HttpExecuteResponse answer(SdkHttpRequest request) {
        if (request.method() == SdkHttpMethod.PUT) {
            return answer(200, NOTHING);
        }
        return (request.host() + request.encodedPath()).contains("priming-uploads")
                ? answer(200, upload)
                : answer(404, NO_SUCH_KEY);
    }

    private static HttpExecuteResponse answer(int status, byte[] body) {
        var head = SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("ETag", "\"0\"")
                .putHeader("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        InputStream stream = new ByteArrayInputStream(body);
        return HttpExecuteResponse.builder()
                .response(head)
                .responseBody(AbortableInputStream.create(stream))
                .build();
    }

    @Override
    public void close() {}
}
