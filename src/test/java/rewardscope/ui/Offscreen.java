package rewardscope.ui;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// The JavaFX thread without a display, for tests and pictures.
public final class Offscreen {
    private Offscreen() {}

    /// Does something on the JavaFX thread and hands over what it made.
    public static <T> T on(Supplier<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    private static void start() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
        } catch (IllegalStateException e) {
            // runs already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A scene of a size around a node, laid out.
    public static Scene scene(Node node, double width, double height, Palette palette) {
        Fonts.load();
        Parent root = new StackPane(node);
        var scene = new Scene(root, width, height);
        Theme.apply(scene, root, palette, 1);
        layout(scene);
        return scene;
    }

    public static void layout(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /// The scene as a picture.
    public static BufferedImage picture(Scene scene, double scale) {
        layout(scene);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        int width = (int) Math.round(scene.getWidth() * scale);
        int height = (int) Math.round(scene.getHeight() * scale);
        WritableImage image = scene.getRoot().snapshot(parameters, new WritableImage(width, height));
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    public static void save(Scene scene, double scale, File file) {
        try {
            ImageIO.write(picture(scene, scale), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
