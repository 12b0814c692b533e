package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.local.cloud.UploadedObject;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The embedded S3 answers the real SDK as Amazon's S3 does; the local run relies on that.
final class EmbeddedS3IT {
    private static final String BUCKET = "uploads";

    private static EmbeddedS3 server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = EmbeddedS3.start();
        server.createBucket(BUCKET);
        s3 = server.client();
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @Test
    void what_is_put_can_be_got_with_its_md5_as_etag() {
        var put = s3.putObject(it -> it.bucket(BUCKET).key("a.txt").contentType("text/plain"), body("hello"));
        var got = s3.getObjectAsBytes(it -> it.bucket(BUCKET).key("a.txt"));
        assertThat(got.asUtf8String()).isEqualTo("hello");
        assertThat(got.response())
                .returns("text/plain", GetObjectResponse::contentType)
                .returns(put.eTag(), GetObjectResponse::eTag);
        assertThat(put.eTag()).isEqualTo("\"" + UploadedObject.eTag("hello".getBytes(UTF_8)) + "\"");
    }

    /// The upload is sent in chunks; in one piece s3proxy takes at most 128 MB.
    @Test
    void a_large_upload_is_taken_as_a_small_one_is() {
        var large = new byte[150_000_000];
        s3.putObject(it -> it.bucket(BUCKET).key("large"), RequestBody.fromBytes(large));
        assertThat(s3.headObject(it -> it.bucket(BUCKET).key("large")).contentLength())
                .isEqualTo(large.length);
        s3.deleteObject(it -> it.bucket(BUCKET).key("large"));
    }

    @Test
    void a_missing_key_is_NoSuchKey() {
        assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("missing"));
    }

    @Test
    void a_missing_bucket_is_NoSuchBucket() {
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> s3.getObjectAsBytes(it -> it.bucket("nowhere").key("a")));
    }

    @Test
    void making_a_bucket_again_keeps_its_objects() {
        put("kept", "kept");
        server.createBucket(BUCKET);
        assertThat(get("kept")).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                " lead and trail ",
                "a+b",
                "a%2Bb",
                "%%%",
                "100%",
                "\u00E9",
                "\uD83C\uDF41.png",
                "<script>",
                "a=b&c?d#e",
                "it's",
                "..jpg",
                "a..b/c",
                "~",
                "semi;colon,@"
            })
    void every_key_comes_back_as_it_was(String name) {
        String key = "keys/" + name + "/end";
        put(key, name);
        assertThat(get(key)).isEqualTo(name);
        assertThat(s3.listObjectsV2(it -> it.bucket(BUCKET).prefix(key)).contents())
                .singleElement()
                .returns(key, object -> object.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a/../../up", ".."})
    void a_key_that_climbs_is_refused_and_nothing_is_written(String key) {
        refused(400, () -> put(key, "x"));
    }

    @Test
    void a_key_is_a_path_here_unlike_at_amazon() {
        put("path/plain", "x");
        assertThat(get("path/other/../plain")).isEqualTo("x");
        refused(403, () -> put("path//plain", "y"));
        assertThat(get("path/plain")).isEqualTo("x");
    }

    @Test
    void if_none_match_lets_only_the_first_write() {
        s3.putObject(it -> it.bucket(BUCKET).key("once").ifNoneMatch("*"), body("first"));
        refused(412, () -> s3.putObject(it -> it.bucket(BUCKET).key("once").ifNoneMatch("*"), body("second")));
        assertThat(get("once")).isEqualTo("first");
    }

    @Test
    void if_match_writes_only_over_the_object_it_names() {
        String first = put("swap", "first");
        String second = s3.putObject(it -> it.bucket(BUCKET).key("swap").ifMatch(first), body("second"))
                .eTag();
        assertThat(second).isNotEqualTo(first);
        refused(412, () -> s3.putObject(it -> it.bucket(BUCKET).key("swap").ifMatch(first), body("third")));
        assertThat(get("swap")).isEqualTo("second");
    }

    @Test
    void if_match_on_a_missing_key_is_404() {
        refused(404, () -> s3.putObject(it -> it.bucket(BUCKET).key("none").ifMatch("\"0\""), body("x")));
    }

    @Test
    void get_if_match_refuses_an_object_that_has_changed() {
        String first = put("moved", "first");
        put("moved", "second");
        refused(
                412,
                () -> s3.getObjectAsBytes(it -> it.bucket(BUCKET).key("moved").ifMatch(first)));
    }

    @Test
    void one_put_is_held_while_others_go_on() {
        var seen = new ArrayList<String>();
        server.holdNextPut(BUCKET, "held/", () -> {
            put("held/second", "goes on");
            seen.addAll(List.of(get("held/second"), keys("held/")));
        });

        put("other", "goes on, too");
        put("held/first", "held");
        put("held/third", "goes on, too");

        assertThat(seen).as("while it was held").containsExactly("goes on", "held/second");
        assertThat(keys("held/")).isEqualTo("held/first held/second held/third");
    }

    @Test
    void a_wrong_secret_is_403() {
        var stranger = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "guessed"));
        refused(
                403,
                () -> s3.getObjectAsBytes(
                        it -> it.bucket(BUCKET).key("a").overrideConfiguration(o -> o.credentialsProvider(stranger))));
    }

    @Test
    void one_that_was_started_without_tls_says_so() {
        assertThatIllegalStateException()
                .isThrownBy(server::tlsEndpoint)
                .withMessage("this embedded S3 was started without TLS");
    }

    @Test
    void a_closed_one_listens_no_more_and_can_be_closed_again() {
        var other = EmbeddedS3.start();
        int port = other.endpoint().getPort();
        other.close();
        other.close();
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThatExceptionOfType(S3Exception.class).isThrownBy(call).returns(status, S3Exception::statusCode);
    }

    private static String put(String key, String content) {
        return s3.putObject(it -> it.bucket(BUCKET).key(key), body(content)).eTag();
    }

    private static String get(String key) {
        return s3.getObjectAsBytes(it -> it.bucket(BUCKET).key(key)).asUtf8String();
    }

    private static String keys(String prefix) {
        return s3.listObjectsV2(it -> it.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .collect(Collectors.joining(" "));
    }

    private static RequestBody body(String content) {
        return RequestBody.fromString(content);
    }
}
