package renditions.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The case of one row in the table of cold starts.
///
/// @param contender the process that is started
/// @param over the transport to S3
/// @param cores how many cores it may use
record ColdCase(Contender contender, Transport over, int cores) {
    private static final int MOST_CORES = 2;

    /// All cases, in the order of the table: each contender over each transport, on one core and on two.
    ///
    /// @param cores how many cores this machine has
    static List<ColdCase> all(int cores) {
        return IntStream.rangeClosed(1, Math.min(cores, MOST_CORES))
                .boxed()
                .flatMap(count -> Stream.of(Transport.values())
                        .flatMap(over -> Contender.ALL.stream().map(contender -> new ColdCase(contender, over, count))))
                .toList();
    }

    /// The case that it is compared with.
    ColdCase peer() {
        return new ColdCase(Contender.PEER, over, cores);
    }
}
