package renditions.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import renditions.image.Format;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.local.EnginePictures;
import renditions.local.scene.Scene;

/// A picture of any size with the texture of a photograph: a painted scene, repeated side by side, each with its
/// own grain. Encoded row by row, so that its pixels are never all in memory.
///
/// @param size of the picture
record Mosaic(PixelSize size) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /// Bit depth 8, colour type RGB; compression, filter and interlace methods 0.
    private static final byte[] KIND = {8, 2, 0, 0, 0};
    /// The filter that stores each byte as its difference to the pixel on the left.
    private static final byte SUB = 1;

    private static final int CHANNELS = 3;

    /// As a baseline JPEG, by this engine.
    byte[] jpeg(Images images) {
        return new EnginePictures(images).encoded(png(), Format.JPEG, UsualJob.QUALITY);
    }

    /// The picture as a PNG without interlace.
    ///
    /// Source: PNG specification (W3C, third edition), sections 5, 7, 9 and 11.
    byte[] png() {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "IDAT", pixels());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return file.toByteArray();
    }

    private byte[] header() throws IOException {
        var header = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(header)) {
            out.writeInt(size.width());
            out.writeInt(size.height());
            out.write(KIND);
        }
        return header.toByteArray();
    }

    private byte[] pixels() throws IOException {
        var scene = Scene.MOUNTAIN_LAKE.picture();
        var packed = new ByteArrayOutputStream();
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (fast;
                var out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
            byte[] row = new byte[1 + CHANNELS * size.width()];
            row[0] = SUB;
            for (int y = 0; y < size.height(); y++) {
                fill(row, scene, y);
                out.write(row);
            }
        }
        return packed.toByteArray();
    }

    private void fill(byte[] row, BufferedImage scene, int y) {
        int[] tile = scene.getRGB(0, y % scene.getHeight(), scene.getWidth(), 1, null, 0, scene.getWidth());
        int left = 0;
        for (int x = 0; x < size.width(); x++) {
            int colour = grained(tile[x % tile.length], x, y);
            for (int channel = 0; channel < CHANNELS; channel++) {
                int shift = 8 * (CHANNELS - 1 - channel);
                row[1 + CHANNELS * x + channel] = (byte) ((colour >> shift) - (left >> shift));
            }
            left = colour;
        }
    }

    /// The colour, up to 7 steps of 255 brighter or darker, the same in every channel.
    private static int grained(int colour, int x, int y) {
        int hash = (x * 0x85EBCA6B) ^ (y * 0xC2B2AE35);
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        int grain = ((hash >>> 20) & 0xF) - 7;
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= Math.clamp(((colour >> shift) & 0xFF) + grain, 0, 255) << shift;
        }
        return result;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var sum = new CRC32();
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
