package renditions.bench;

import java.util.List;
import java.util.stream.Stream;

/// What a row of the table of cold starts is about.
///
/// @param contender what is started
/// @param over what it reaches S3 over
/// @param cores how many it may use
record ColdCase(Contender contender, Transport over, int cores) {
    /// All there are, in the order of the table: over HTTP on one core and on two, over TLS on one, as on Lambda.
    ///
    /// @param cores of this machine
    static List<ColdCase> all(int cores) {
        var one = Stream.concat(of(Contender.ALL, Transport.HTTP, 1), of(Contender.OVER_TLS, Transport.TLS, 1));
        var two = cores < 2 ? Stream.<ColdCase>empty() : of(Contender.ALL, Transport.HTTP, 2);
        return Stream.concat(one, two).toList();
    }

    private static Stream<ColdCase> of(List<Contender> contenders, Transport over, int cores) {
        return contenders.stream().map(contender -> new ColdCase(contender, over, cores));
    }

    /// What it is compared with.
    ColdCase peer() {
        return new ColdCase(Contender.PEER, over, cores);
    }
}
