package rewardscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A button that is let go after its page was closed asks for no file.
class ChoosersTest {
    @BeforeAll
    static void start() throws InterruptedException {
        Headless.start();
    }

    @Test
    void aButtonWithoutASceneAsksNothing() throws Exception {
        assertThat(Headless.<Boolean>onFx(() -> asksNothing(new Button("save")))).isTrue();
    }

    @Test
    void aSceneWithoutAWindowAsksNothing() throws Exception {
        assertThat(Headless.<Boolean>onFx(() -> {
                    var button = new Button("save");
                    new Scene(new StackPane(button));
                    return asksNothing(button);
                }))
                .isTrue();
    }

    private static boolean asksNothing(Button button) {
        return Choosers.save(new FileChooser(), button).isEmpty()
                && Choosers.open(new FileChooser(), button).isEmpty()
                && Choosers.folder(new DirectoryChooser(), button).isEmpty();
    }
}
