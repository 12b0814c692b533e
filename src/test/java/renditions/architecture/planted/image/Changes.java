package renditions.architecture.planted.image;

/// Breaks a rule: a field that may change.
final class Changes {
    private int count;

    int next() {
        return ++count;
    }
}
