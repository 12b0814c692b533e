package renditions.image.vips;

/// Why a file cannot serve as libvips, in a few words.
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
        super(why);
    }
}
