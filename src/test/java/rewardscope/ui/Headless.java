package rewardscope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import rewardscope.ui.theme.Fonts;

/// JavaFX without a display, for tests and for pictures to look at.
public final class Headless {
    private Headless() {}

    /// Starts JavaFX, once in a process.
    public static synchronized void start() throws InterruptedException {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Fonts.load();
                started.countDown();
            });
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(() -> {
                Fonts.load();
                started.countDown();
            });
        }
        Platform.setImplicitExit(false);
        started.await();
    }

    /// Does something on the JavaFX thread and waits for it.
    public static <T> T onFx(Callable<T> work) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    /// Waits until everything queued on the JavaFX thread so far is done.
    public static void settle() throws Exception {
        onFx(() -> true);
        onFx(() -> true);
    }

    /// Draws a scene into a file.
    public static void picture(Scene scene, double scale, Path file) throws IOException {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(scene.getFill());
        parameters.setTransform(Transform.scale(scale, scale));
        WritableImage shot = root.snapshot(parameters, null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            shot.getPixelReader().getPixels(
                    0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
