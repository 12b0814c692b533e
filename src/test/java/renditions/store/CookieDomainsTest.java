package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.junit.jupiter.api.Test;

/// The HTTP client finds our list of the domains for which no cookie may be set, which has one, before its own,
/// which has ten thousand: it reads the list at every cold start, and S3 sets no cookies. Here, as in the image, our
/// classes come first.
final class CookieDomainsTest {
    @Test
    void the_list_is_the_short_one() {
        var list = PublicSuffixMatcherLoader.getDefault();
        assertThat(list.matches("example.com")).isFalse();
        assertThat(list.getDomainRoot("a.example.com")).isEqualTo("example.com");
        assertThat(list.getDomainRoot("a.example.co.uk")).isNotEqualTo("example.co.uk"); // as the long list has it
    }
}
