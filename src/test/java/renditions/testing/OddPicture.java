package renditions.testing;

/// A file and what must become of it.
///
/// @param name of the file
/// @param expected `OK`, or the [renditions.image.ImageProblem#code()]
@SuppressWarnings("ArrayRecordComponent") // nobody asks two of them whether they are equal
public record OddPicture(String name, String expected, byte[] bytes) {
    @Override
    public String toString() {
        return name;
    }
}
