package rewardscope.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// From the window's images to those that can be written to files.
public final class Pixels {
    private Pixels() {}

    /// @param type of the result, such as [BufferedImage#TYPE_INT_RGB]
    public static BufferedImage of(Image image, int type) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, type);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    /// The bytes of a PNG file, transparency included.
    public static byte[] png(Image image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(of(image, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array never fails
        }
        return bytes.toByteArray();
    }
}
