package rewardscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import rewardscope.ui.theme.Palette;

class SliderGripTest {
    /// Pressing the button closed a menu, and the slider under it is told of nothing but the drag.
    @Test
    void aDragWithoutAPressIsNoneAndFailsNowhere() {
        var failures = new ArrayList<Throwable>();
        Offscreen.run(() -> {
            var slider = new Slider(0, 1, 0.5);
            SliderGrip.install(slider);
            Offscreen.scene(slider, 200, 40, Palette.LIGHT);
            Node thumb = slider.lookup(".thumb");
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> failures.add(e));
            thumb.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_DRAGGED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                    false, false, false, false, null));
            Thread.currentThread().setUncaughtExceptionHandler(null);
            assertThat(slider.getValue()).isEqualTo(0.5);
        });
        assertThat(failures).isEmpty();
    }
}
