package renditions.testing;

/// How thorough a proof is: reduced in every test run, in full under `make soak`.
public final class Soak {
    private static final boolean FULL = Boolean.getBoolean("soak");

    private Soak() {}

    /// A number of repetitions.
    public static int times(int reduced, int full) {
        return FULL ? full : reduced;
    }
}
