package rewardscope.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import rewardscope.sim.health.Finding;
import rewardscope.ui.theme.Fonts;

/// Whether JavaFX starts here, draws what it is told, and knows the bundled fonts.
public final class GraphicsCheck {
    private static final String SUBJECT = "graphics";
    private static final int SECONDS = 20;
    private static final int SIDE = 40;

    private GraphicsCheck() {}

    /// Starts JavaFX, and ends it.
    public static Finding run() {
        var drawn = new CompletableFuture<Finding>();
        // A start can hang in a driver, so it gets a thread of its own. One that failed must not be ended: that never
        // returns.
        Thread.ofPlatform().daemon().name("graphics").start(() -> start(drawn));
        try {
            var finding = drawn.get(SECONDS, TimeUnit.SECONDS);
            Platform.exit();
            return finding;
        } catch (TimeoutException e) {
            return Finding.wrong(
                    SUBJECT,
                    "JavaFX did not start within " + SECONDS + " seconds: is there a display? If there is, " + cure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.wrong(SUBJECT, "The check was interrupted.");
        } catch (ExecutionException e) {
            return Finding.wrong(SUBJECT, "JavaFX does not start (" + e.getMessage() + "): " + cure());
        }
    }

    private static void start(CompletableFuture<Finding> drawn) {
        try {
            Platform.startup(() -> drawn.complete(Finding.of(SUBJECT, GraphicsCheck::draw)));
        } catch (RuntimeException | LinkageError e) {
            drawn.completeExceptionally(e);
        }
    }

    /// A blue square with a letter on it, looked at pixel by pixel.
    static Finding draw() {
        Fonts.load();
        if (!Font.getFamilies().contains(Fonts.WORDS) || !Font.getFamilies().contains(Fonts.NUMBERS)) {
            return Finding.wrong(SUBJECT, "JavaFX cannot read the bundled fonts: unpack the application again.");
        }
        var letter = new Text(12, 28, "\u03b1");
        letter.setFont(Fonts.words(24));
        letter.setFill(Color.WHITE);
        var picture = new Scene(new Group(new Rectangle(SIDE, SIDE, Color.BLUE), letter), SIDE, SIDE).snapshot(null);
        int blue = 0;
        int lit = 0;
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                Color color = picture.getPixelReader().getColor(x, y);
                blue += color.equals(Color.BLUE) ? 1 : 0;
                lit += color.getRed() > 0.5 ? 1 : 0;
            }
        }
        if (blue < SIDE * SIDE / 2 || lit == 0) {
            return Finding.wrong(SUBJECT, "a picture did not come out as it was drawn: " + cure());
        }
        var bounds = Screen.getPrimary().getBounds();
        return Finding.well(SUBJECT, "drawn " + (Platform.isSupported(ConditionalFeature.SCENE3D)
                ? "by the graphics card"
                : "by the processor") + ", screen " + (int) bounds.getWidth() + "×" + (int) bounds.getHeight() + ".");
    }

    private static String cure() {
        return "start with -Dprism.order=sw in JDK_JAVA_OPTIONS, or renew the graphics driver.";
    }
}
