package renditions.store;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Takes the date of an object out of S3's answer before the SDK makes an instant of it: nobody here asks for it, and
/// the names of months and weekdays are the first use that a cold start makes of the JDK's locale data.
final class UnreadDates implements ExecutionInterceptor {
    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.httpResponse().toBuilder().removeHeader("Last-Modified").build();
    }
}
