package rewardscope.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import rewardscope.ui.Pixels;

/// Pictures of the window as PNG files, at any scale.
final class Pictures {
    private Pictures() {}

    /// What a node shows now, as the bytes of a PNG file.
    static byte[] png(Node node) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return Pixels.png(node.snapshot(parameters, null));
    }

    /// @param scale pixels per unit of the scene
    static void save(Scene scene, double scale, Path file) {
        var root = scene.getRoot();
        root.applyCss();
        root.layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(scene.getFill());
        parameters.setTransform(Transform.scale(scale, scale));
        int width = (int) Math.round(scene.getWidth() * scale);
        int height = (int) Math.round(scene.getHeight() * scale);
        WritableImage image = root.snapshot(parameters, new WritableImage(width, height));
        BufferedImage picture = Pixels.of(image, BufferedImage.TYPE_INT_RGB);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
