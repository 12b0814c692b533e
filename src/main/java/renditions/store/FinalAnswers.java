package renditions.store;

import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/// The SDK's way to try again, except that "nothing is there" is taken for an answer: every first upload has no
/// manifest. The SDK would not try again either, but say so in a message with a number in it, for which the JDK gets
/// its locale data ready: a hundredth of a cold start.
///
/// @param others what decides on everything else
record FinalAnswers(RetryStrategy others) implements RetryStrategy {
    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        return others.acquireInitialToken(request);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        if (request.failure() instanceof SdkServiceException answer
                && answer.statusCode() == HttpStatusCode.NOT_FOUND) {
            throw new TokenAcquisitionFailedException("nothing is there", request.token(), answer);
        }
        return others.refreshRetryToken(request);
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        return others.recordSuccess(request);
    }

    @Override
    public int maxAttempts() {
        return others.maxAttempts();
    }

    @Override
    public Builder<?, ?> toBuilder() {
        return others.toBuilder();
    }

    @Override
    public void close() {
        others.close();
    }
}
