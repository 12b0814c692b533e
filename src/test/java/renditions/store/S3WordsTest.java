package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.HostileText;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What is made of the words of S3, some of which quote strangers.
class S3WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: kms:Decrypt on resource: x | kms:Decrypt",
                "not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/a kms:Decrypt\" because | s3:GetObject",
                "a key such as arn:aws:s3:::b/kms:Decrypt is no permission |",
                "allow 's3-object-lambda:GetObject' | s3-object-lambda:GetObject",
                "Access Denied |",
            })
    void the_permission_is_the_first_that_is_named(String message, String permission) {
        assertThat(new S3Words(403, "AccessDenied", message).permission().orElse(null))
                .isEqualTo(permission);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:r:1:key/k because",
                "The ciphertext refers to a customer master key that does not exist",
            })
    void a_key_of_kms_is_told_by_the_message(String message) {
        assertThat(new S3Words(403, "AccessDenied", message).concernsKmsKey()).isTrue();
    }

    @Test
    void a_key_of_kms_is_told_by_the_code_and_not_by_other_permissions() {
        assertThat(new S3Words(400, "KMS.DisabledException", "k is disabled.").concernsKmsKey())
                .isTrue();
        assertThat(new S3Words(403, "AccessDenied", "to perform: s3:GetObject on resource: \"customer master key\"")
                        .concernsKmsKey())
                .isFalse();
    }

    @Test
    void words_without_details_are_the_status() {
        var thrown = (S3Exception) S3Exception.builder().statusCode(403).build();

        assertThat(S3Words.of(thrown)).hasToString("403").matches(S3Words::givesNoReason);
    }

    @Test
    void a_code_without_a_message_is_not_silent_where_the_code_says_why() {
        var details = AwsErrorDetails.builder().errorCode("InvalidAccessKeyId").build();
        var thrown = (S3Exception)
                S3Exception.builder().statusCode(403).awsErrorDetails(details).build();

        assertThat(S3Words.of(thrown)).hasToString("403 InvalidAccessKeyId").matches(words -> !words.givesNoReason());
    }

    @Test
    void long_words_keep_their_beginning_and_their_end() {
        var words =
                new S3Words(403, "AccessDenied", "who may not do what " + "k".repeat(5_000) + " and why").toString();

        assertThat(words)
                .startsWith("403 AccessDenied: who may")
                .endsWith(" and why")
                .hasSizeLessThanOrEqualTo(603);
    }

    @Test
    void whatever_is_said_is_one_short_line() {
        assertThat(HostileText.some(10_000))
                .allSatisfy(hostile -> assertThat(new S3Words(400, hostile, hostile).toString())
                        .hasSizeLessThanOrEqualTo(603)
                        .matches(said -> said.codePoints().noneMatch(S3WordsTest::isActedOn)));
    }

    private static boolean isActedOn(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
