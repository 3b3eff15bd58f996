package rewardscope.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.Scene;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// What the window looks like: its colours, and how large its text is; both are stronger in front of a class.
final class WindowStyle {
    private static final double SMALLEST = 0.8;
    private static final double LARGEST = 2;
    private static final double FOR_A_CLASS = 1.6;

    private final Scene scene;
    private final BooleanSupplier presenting;
    private final Consumer<Palette> panes;
    private final DoubleConsumer scale;
    private Palette palette = Palette.LIGHT;
    private double textScale = 1;

    /// @param presenting whether a class looks on
    /// @param panes take on the colours
    /// @param scale takes on the size of text, 1 for 16 pixels
    WindowStyle(Scene scene, BooleanSupplier presenting, Consumer<Palette> panes, DoubleConsumer scale) {
        this.scene = scene;
        this.presenting = presenting;
        this.panes = panes;
        this.scale = scale;
    }

    Palette palette() {
        return palette;
    }

    double textScale() {
        return textScale;
    }

    void use(Palette wanted) {
        palette = wanted;
        restyle();
        panes.accept(seen());
    }

    void toggle() {
        use(palette.dark() ? Palette.LIGHT : Palette.DARK);
    }

    /// Puts the same on again, after a presentation has begun or ended.
    void again() {
        use(palette);
    }

    void zoom(double factor) {
        size(textScale * factor);
    }

    /// Writes everything larger or smaller at once.
    void size(double wanted) {
        textScale(wanted);
        restyle();
    }

    void textScale(double wanted) {
        textScale = Math.clamp(wanted, SMALLEST, LARGEST);
    }

    /// The colours as they are seen: stronger on a projector.
    Palette seen() {
        return presenting.getAsBoolean() ? palette.projected() : palette;
    }

    private void restyle() {
        double size = textScale * (presenting.getAsBoolean() ? FOR_A_CLASS : 1);
        Theme.apply(scene, scene.getRoot(), seen(), size);
        scale.accept(size);
    }
}
