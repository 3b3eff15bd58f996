package rewardscope.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/// Keeps a slider from being dragged by a mouse button that was never pressed on it: where pressing has closed a menu,
/// JavaFX tells the slider of the drag alone, and its thumb fails on that.
public final class SliderGrip {
    private SliderGrip() {}

    public static void install(Slider slider) {
        var gripped = new AtomicBoolean();
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> gripped.set(true));
        slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> {
            if (!gripped.get()) {
                drag.consume();
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            if (!gripped.getAndSet(false)) {
                release.consume();
            }
        });
    }
}
