package renditions.testing;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
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

    /// The first picture in a file. Grey keeps its stored numbers, which Java would take for linear light and
    /// brighten.
    ///
    /// @throws IllegalArgumentException if the JDK cannot read it
    public static BufferedImage read(byte[] file) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new IllegalArgumentException("the JDK knows no such picture");
            }
            boolean grey = image.getColorModel() instanceof ComponentColorModel
                    && image.getRaster().getNumBands() <= 2;
            return grey ? greyAsStored(image) : image;
        } catch (IOException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    private static BufferedImage greyAsStored(BufferedImage image) {
        var raster = image.getRaster();
        int shift = image.getSampleModel().getSampleSize(0) - 8;
        var result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = raster.getSample(x, y, 0) >> shift;
                int alpha = raster.getNumBands() == 2 ? raster.getSample(x, y, 1) >> shift : 255;
                result.setRGB(x, y, alpha << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return result;
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
