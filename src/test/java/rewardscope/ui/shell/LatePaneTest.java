package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.sim.Runner;
import rewardscope.ui.Headless;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

class LatePaneTest {
    private static final String RAT =
            "environment: {type: linear-track, states: 6}\nagent: {type: q-learning, alpha: 0.5, gamma: 0.9}\nseed: 1\n";

    private final List<String> happened = new ArrayList<>();

    /// Notes what it is told.
    private final class Noting implements Pane {
        private final Label node = new Label();

        Noting() {
            happened.add("made");
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Frame frame) {
            happened.add("shown");
        }

        @Override
        public void use(Palette palette) {
            happened.add(palette.dark() ? "dark" : "light");
        }

        @Override
        public Set<Look> looks() {
            return EnumSet.allOf(Look.class);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private static Frame frame() {
        var experiment = ExperimentReader.read(Path.of("rat.yaml"), RAT).experiment().orElseThrow();
        try (var runner = new Runner(experiment, new Frame.Speed(4))) {
            return runner.takeFrame();
        }
    }

    @Test
    void aPaneIsMadeByItsFirstFrameInTheColoursChosenBefore() throws Exception {
        Headless.onFx(() -> {
            var late = new LatePane<Noting>(Noting::new);
            late.use(Palette.LIGHT);
            late.use(Palette.DARK);
            assertThat(happened).isEmpty();
            assertThat(late.made()).isEmpty();
            assertThat(((StackPane) late.node()).getChildren()).isEmpty();
            late.show(frame());
            late.show(frame());
            late.use(Palette.LIGHT);
            assertThat(happened).containsExactly("made", "dark", "shown", "shown", "light");
            assertThat(((StackPane) late.node()).getChildren()).containsExactly(late.made().orElseThrow().node());
            assertThat(late.looks()).isEqualTo(EnumSet.allOf(Look.class));
            return true;
        });
    }

    @Test
    void aPaneThatComesIntoSightIsShownTheFrameThatTheOthersHave() throws Exception {
        Headless.onFx(() -> {
            var pump = new FramePump(_ -> {});
            var late = new LatePane<Noting>(Noting::new);
            pump.add(late);
            Frame frame = frame();
            pump.show(frame);
            assertThat(happened).as("not in a scene").isEmpty();
            var place = new StackPane(late.node());
            new javafx.scene.Scene(place);
            pump.show(frame);
            pump.show(frame);
            assertThat(happened).as("once").containsExactly("made", "shown");
            late.node().setVisible(false);
            pump.show(frame);
            late.node().setVisible(true);
            pump.show(frame);
            assertThat(happened).containsExactly("made", "shown", "shown");
            return true;
        });
    }
}
