package renditions.template;

/// A metric of CloudWatch.
///
/// @param of the value of its first dimension, the owner of the metric
record Metric(String namespace, String name, String of) {
    @Override
    public String toString() {
        return namespace + " " + name + " of " + of;
    }
}
