package renditions.testing;

/// A file and its expected outcome.
///
/// @param name the name of the file
/// @param expected `OK`, or the [renditions.image.ImageProblem.Failure#code()]
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OddPicture(String name, String expected, byte[] bytes) {
    @Override
    public String toString() {
        return name;
    }
}
