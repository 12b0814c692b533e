package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/// The encoding of HTML forms, which S3 uses for the keys in its notifications: `+` is a space, `%` and two
/// hexadecimal digits are a byte of UTF-8. Nothing is repaired or replaced, because a repaired key could be the key
/// of another object.
final class FormEncoding {
    private FormEncoding() {}

    /// Decodes once: `%252B` gives `%2B`. Unescaped characters stay as they are.
    ///
    /// @throws Misread if an escape is cut off or has other digits, or the bytes are not UTF-8
    static String decode(String encoded) throws Misread {
        try {
            var bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(encoded));
            var decoded = ByteBuffer.allocate(bytes.remaining());
            while (bytes.hasRemaining()) {
                decoded.put(next(bytes));
            }
            return UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException problem) {
            throw new Misread("it is not UTF-8");
        }
    }

    private static byte next(ByteBuffer bytes) throws Misread {
        byte next = bytes.get();
        return switch (next) {
            case '+' -> ' ';
            case '%' -> escaped(bytes);
            default -> next;
        };
    }

    private static byte escaped(ByteBuffer bytes) throws Misread {
        if (bytes.remaining() < 2) {
            throw new Misread("it ends inside a percent escape");
        }
        return (byte) (digit(bytes.get()) << 4 | digit(bytes.get()));
    }

    private static int digit(byte digit) throws Misread {
        if (!HexFormat.isHexDigit(digit)) {
            throw new Misread("a percent sign in it is not followed by two hexadecimal digits");
        }
        return HexFormat.fromHexDigit(digit);
    }
}
