package renditions.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a row of the table of cold starts is about.
///
/// @param contender what is started
/// @param over what it reaches S3 over
/// @param cores how many it may use
record ColdCase(Contender contender, Transport over, int cores) {
    private static final int MOST_CORES = 2;

    /// All there are, in the order of the table: each contender over each transport, on one core and on two.
    ///
    /// @param cores of this machine
    static List<ColdCase> all(int cores) {
        return IntStream.rangeClosed(1, Math.min(cores, MOST_CORES))
                .boxed()
                .flatMap(count -> Stream.of(Transport.values())
                        .flatMap(over -> Contender.ALL.stream().map(contender -> new ColdCase(contender, over, count))))
                .toList();
    }

    /// What it is compared with.
    ColdCase peer() {
        return new ColdCase(Contender.PEER, over, cores);
    }
}
