package renditions.image.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes ICC profiles of a matrix and a curve.
///
/// Source: ICC.1:2022, sections 7, 8.3, 8.4, 10.6, 10.18 and 10.31.
final class IccProfile {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    /// The steps of a curve that no formula of profiles describes.
    private static final int STEPS = 4_096;

    private IccProfile() {}

    /// The profile of this space, for three channels or for grey.
    static byte[] of(ColourSpace space, boolean grey) {
        var tags = new LinkedHashMap<String, byte[]>();
        tags.put("wtpt", xyz(Matrix.D50));
        if (grey) {
            tags.put("kTRC", curve(space.transfer()));
        } else {
            var colours = space.primaries().toD50();
            var names = "rgb";
            for (int column = 0; column < 3; column++) {
                var colour = new double[] {colours.at(0, column), colours.at(1, column), colours.at(2, column)};
                tags.put(names.charAt(column) + "XYZ", xyz(colour));
            }
            for (int column = 0; column < 3; column++) {
                tags.put(names.charAt(column) + "TRC", curve(space.transfer()));
            }
        }
        return written(grey ? "GRAY" : "RGB ", tags);
    }

    private static byte[] written(String channels, Map<String, byte[]> tags) {
        int table = HEADER + Integer.BYTES + TAG * tags.size();
        int length = table + tags.values().stream().mapToInt(tag -> tag.length).sum();
        var profile = ByteBuffer.allocate(length);
        profile.putInt(length).putInt(0).putInt(0x04200000).put(letters("mntr" + channels + "XYZ "));
        profile.put(36, letters("acsp"));
        profile.position(68);
        for (double part : Matrix.D50) {
            profile.putInt(fixed(part));
        }
        profile.position(HEADER).putInt(tags.size());
        int at = table;
        for (var tag : tags.entrySet()) {
            profile.put(letters(tag.getKey())).putInt(at).putInt(tag.getValue().length);
            at += tag.getValue().length;
        }
        tags.values().forEach(profile::put);
        return profile.array();
    }

    private static byte[] xyz(double[] colour) {
        var tag = ByteBuffer.allocate(20).put(letters("XYZ ")).putInt(0);
        for (double part : colour) {
            tag.putInt(fixed(part));
        }
        return tag.array();
    }

    private static byte[] curve(Transfer transfer) {
        return switch (transfer) {
            case Transfer.Power(double exponent) -> formula(0, exponent);
            case Transfer.Srgb() -> formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
            case Transfer.Pq pq -> steps(pq);
            case Transfer.Hlg hlg -> steps(hlg);
        };
    }

    private static byte[] formula(int kind, double... parameters) {
        var tag = ByteBuffer.allocate(12 + Integer.BYTES * parameters.length)
                .put(letters("para"))
                .putInt(0)
                .putShort((short) kind)
                .putShort((short) 0);
        for (double parameter : parameters) {
            tag.putInt(fixed(parameter));
        }
        return tag.array();
    }

    private static byte[] steps(Transfer transfer) {
        var tag = ByteBuffer.allocate(12 + Short.BYTES * STEPS)
                .put(letters("curv"))
                .putInt(0)
                .putInt(STEPS);
        for (int step = 0; step < STEPS; step++) {
            tag.putShort((short) Math.round(65_535 * transfer.light(step / (STEPS - 1.0))));
        }
        return tag.array();
    }

    /// A number with 16 bits behind the point.
    private static int fixed(double number) {
        return (int) Math.round(number * 65_536);
    }

    private static byte[] letters(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
