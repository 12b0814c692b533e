package renditions.image.colour;

import java.util.Optional;

/// How a channel's number becomes light.
sealed interface Transfer {
    /// The light of a full channel in sRGB, in candelas per square metre, on the screens that HDR pictures are made
    /// for: the reference white.
    ///
    /// Source: ITU-R BT.2408, section 2.1.
    double WHITE_NITS = 203;

    /// The light of a channel, linear, 1 for sRGB's white.
    ///
    /// @param signal the channel's number, 0 to 1
    /// @return 0 to 1
    double light(double signal);

    /// Light is the number to this power.
    record Power(double exponent) implements Transfer {
        @Override
        public double light(double signal) {
            return Math.pow(signal, exponent);
        }
    }

    /// The curve of sRGB. Source: IEC 61966-2-1.
    record Srgb() implements Transfer {
        @Override
        public double light(double signal) {
            return signal <= 0.04045 ? signal / 12.92 : Math.pow((signal + 0.055) / 1.055, 2.4);
        }
    }

    /// Perceptual quantisation, of pictures of up to 10,000 candelas. Source: ITU-R BT.2100, table 4.
    record Pq() implements Transfer {
        @Override
        public double light(double signal) {
            double power = Math.pow(signal, 1 / 78.84375);
            double part = Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power);
            return Tone.shown(10_000 / WHITE_NITS * Math.pow(part, 1 / 0.1593017578125));
        }
    }

    /// Hybrid log-gamma, on a screen of 1,000 candelas. Source: ITU-R BT.2100, table 5; the exponent of the screen
    /// is applied to each channel, which is exact for grey.
    record Hlg() implements Transfer {
        private static final double A = 0.17883277;
        private static final double B = 0.28466892;
        private static final double C = 0.55991073;

        @Override
        public double light(double signal) {
            double scene = signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - C) / A) + B) / 12;
            return Tone.shown(1_000 / WHITE_NITS * Math.pow(scene, 1.2));
        }
    }

    /// The transfer function of this code point; empty if it names none. Those of television count as sRGB's, as
    /// browsers show them.
    ///
    /// Source: ITU-T H.273, table 3.
    static Optional<Transfer> of(int code) {
        return switch (code) {
            case 1, 6, 7, 11, 12, 13, 14, 15 -> Optional.of(new Srgb());
            case 4 -> Optional.of(new Power(2.2));
            case 5 -> Optional.of(new Power(2.8));
            case 8 -> Optional.of(new Power(1));
            case 16 -> Optional.of(new Pq());
            case 17 -> Optional.of(new Power(2.6));
            case 18 -> Optional.of(new Hlg());
            default -> Optional.empty();
        };
    }
}
