package renditions.testing;

import java.util.Arrays;
import java.util.Random;

/// Hostile changes of a file, the same for the same random numbers: bits, lengths, counts and offsets, references to
/// the own place or to another, parts that are repeated or missing.
public final class Mutations {
    private static final long[] ODD_NUMBERS = {
        0,
        1,
        2,
        3,
        8,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x1_0000,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_fffeL,
        0xffff_ffffL
    };

    private final Random random;

    public Mutations(Random random) {
        this.random = random;
    }

    /// The file with one to eight changes.
    public byte[] of(byte[] file) {
        var changed = file.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0 && changed.length > 16; changes--) {
            changed = changed(changed);
        }
        return changed;
    }

    private byte[] changed(byte[] file) {
        int at = place(file);
        switch (random.nextInt(8)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2, 3 -> put(file, at, ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
            case 4 -> put(file, at, random.nextBoolean() ? at : place(file));
            case 5 -> {
                int length = Math.min(1 + random.nextInt(64), file.length - at);
                System.arraycopy(file, random.nextInt(file.length - length + 1), file, at, length);
            }
            case 6 -> {
                return repeated(file, at);
            }
            default -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : file;
            }
        }
        return file;
    }

    /// Most structures stand at the beginning of a file, many at its end.
    private int place(byte[] file) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(file.length);
            case 1 -> file.length - 1 - random.nextInt(Math.min(512, file.length));
            default -> random.nextInt(Math.min(512, file.length));
        };
    }

    /// Writes a number in 1, 2, 4 or 8 bytes, as far as they are in the file.
    private void put(byte[] file, int at, long number) {
        int width = 1 << random.nextInt(4);
        boolean little = random.nextBoolean();
        for (int digit = 0; digit < width && at + digit < file.length; digit++) {
            file[at + digit] = (byte) (number >> (8 * (little ? digit : width - 1 - digit)));
        }
    }

    private byte[] repeated(byte[] file, int at) {
        int length = Math.min(1 + random.nextInt(256), file.length - at);
        var part = Arrays.copyOfRange(file, at, at + length);
        return Bytes.joined(
                Arrays.copyOf(file, at),
                HostilePictures.repeated(part, 1 + random.nextInt(20)),
                Arrays.copyOfRange(file, at, file.length));
    }
}
