package renditions.image.colour;

/// A colour space.
record ColourSpace(Primaries primaries, Transfer transfer) {
    static final ColourSpace SRGB = new ColourSpace(Primaries.BT_709, new Transfer.Srgb());

    /// The space of these code points. An unknown or unspecified one counts as sRGB's.
    ///
    /// Source: ITU-T H.273, tables 2 and 3.
    static ColourSpace of(int primaries, int transfer) {
        return new ColourSpace(
                Primaries.of(primaries).orElse(Primaries.BT_709),
                Transfer.of(transfer).orElse(new Transfer.Srgb()));
    }

    /// Whether numbers in this space are those of sRGB, as far as 8 bits tell.
    ///
    /// @param grey whether the picture has no colours, so that primaries mean nothing
    boolean isSrgb(boolean grey) {
        return transfer instanceof Transfer.Srgb && (grey || primaries.isNear(Primaries.BT_709));
    }
}
