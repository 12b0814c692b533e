package renditions.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Pictures as files, written and read by the JDK: a second opinion beside the engine under test.
public final class ImageFiles {
    private ImageFiles() {}

    public static byte[] jpeg(BufferedImage image) {
        return write(image, "jpeg", param -> quality(param, 0.95f));
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        return write(image, "jpeg", param -> {
            quality(param, 0.95f);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        });
    }

    public static byte[] png(BufferedImage image) {
        return write(image, "png", param -> {});
    }

    public static byte[] interlacedPng(BufferedImage image) {
        return write(image, "png", param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    public static byte[] gif(BufferedImage image) {
        return write(image, "gif", param -> {});
    }

    public static byte[] tiff(BufferedImage image) {
        return write(image, "tiff", param -> {});
    }

    /// The first picture in a file.
    ///
    /// @throws IllegalArgumentException if the JDK cannot read it
    public static BufferedImage read(byte[] file) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new IllegalArgumentException("the JDK knows no such picture");
            }
            return image;
        } catch (IOException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    private static void quality(ImageWriteParam param, float quality) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
    }

    private static byte[] write(BufferedImage image, String format, Consumer<ImageWriteParam> settings) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var file = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(file)) {
            var param = writer.getDefaultWriteParam();
            settings.accept(param);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
