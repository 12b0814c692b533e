package renditions.bench;

/// How often a benchmark starts each of its contenders.
///
/// @param count 1 or more
record Rounds(int count) {
    /// A benchmark that is measured this often.
    interface Measuring {
        void measure(int rounds) throws Exception;
    }

    /// Measures. If the number of rounds is wrong, it prints one sentence and ends with exit code 2.
    ///
    /// @param arguments of the command: a number, or none for the usual one
    static void measure(String[] arguments, int usual, Measuring benchmark) throws Exception {
        Rounds rounds;
        try {
            rounds = of(arguments, usual);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        benchmark.measure(rounds.count());
    }

    /// @throws IllegalArgumentException if the argument is no such number
    static Rounds of(String[] arguments, int usual) {
        if (arguments.length == 0) {
            return new Rounds(usual);
        }
        if (!arguments[0].matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "ROUNDS is '" + arguments[0] + "', allowed: a whole number from 1 to 9999");
        }
        return new Rounds(Integer.parseInt(arguments[0]));
    }
}
