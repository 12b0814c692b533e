package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColdCaseTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void no_case_comes_twice_and_each_is_compared_with_one_of_them(int cores) {
        var all = ColdCase.all(cores);
        assertThat(all).doesNotHaveDuplicates().allMatch(one -> all.contains(one.peer()));
    }

    @Test
    void a_peer_reaches_S3_over_the_same_on_as_many_cores() {
        assertThat(ColdCase.all(2))
                .allSatisfy(one -> assertThat(one.peer())
                        .returns(Contender.PEER, ColdCase::contender)
                        .returns(one.over(), ColdCase::over)
                        .returns(one.cores(), ColdCase::cores));
    }

    @Test
    void no_case_takes_more_cores_than_there_are_or_than_two() {
        assertThat(ColdCase.all(1)).extracting(ColdCase::cores).containsOnly(1);
        assertThat(ColdCase.all(8)).extracting(ColdCase::cores).containsOnly(1, 2);
    }

    @Test
    void every_contender_is_started_over_http_and_over_tls() {
        assertThat(ColdCase.all(2)).hasSize(Contender.ALL.size() * Transport.values().length * 2);
    }

    @Test
    void what_makes_a_process_trust_costs_nothing_where_nothing_is_encrypted() {
        assertThat(Transport.HTTP.variables()).isEmpty();
        assertThat(Transport.TLS.variables()).containsOnlyKeys("JAVA_TOOL_OPTIONS", "NODE_EXTRA_CA_CERTS");
    }
}
