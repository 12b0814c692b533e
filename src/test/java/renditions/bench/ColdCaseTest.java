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
}
