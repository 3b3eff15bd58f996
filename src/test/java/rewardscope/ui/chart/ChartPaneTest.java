package rewardscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Curve;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class ChartPaneTest {
    private static final String RAT = "environment: {type: linear-track}\nagent: {type: q-learning, alpha: 0.5}";

    @Test
    void returnComesFirstAndWhatDoesNotFitIsOnlyOffered() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(5));
        List<String> shown = Offscreen.on(() -> {
            var pane = new ChartPane(_ -> {});
            Offscreen.scene(pane.node(), 700, 240, Palette.LIGHT);
            pane.show(frame);
            return pane.shown();
        });
        assertThat(shown).containsExactly("return", "td-error");
    }

    @Test
    void clickingAPointSeeksToTheActThatMadeIt() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(5));
        Curve.Points returns = frame.view().curves().stream()
                .filter(c -> c.name().equals("return"))
                .findFirst()
                .orElseThrow();
        var sent = new ArrayList<Command>();
        Offscreen.run(() -> {
            var pane = new ChartPane(sent::add);
            var scene = Offscreen.scene(pane.node(), 700, 240, Palette.LIGHT);
            pane.use(Palette.LIGHT);
            pane.show(frame);
            Offscreen.layout(scene);
            pane.drawNow();
            var chart = (CurveChart) ((HBox) pane.node().lookup(".charts")).getChildren().getFirst();
            for (double x : new double[] {chart.getWidth() - 1, 1}) {
                chart.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_CLICKED, x, 60, x, 60, MouseButton.PRIMARY, 1, false, false, false, false, true,
                        false, false, false, false, false, null));
            }
        });
        assertThat(sent)
                .containsExactly(
                        new Command.Seek(returns.lastAct()[returns.size() - 1]), new Command.Seek(returns.lastAct()[0]));
    }

    @Test
    void aCurveIsReadOffByKeyAndInWords() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(5));
        Curve.Points returns = frame.view().curves().stream()
                .filter(c -> c.name().equals("return"))
                .findFirst()
                .orElseThrow();
        var sent = new ArrayList<Command>();
        List<String> said = Offscreen.on(() -> {
            var pane = new ChartPane(sent::add);
            var scene = Offscreen.scene(pane.node(), 700, 240, Palette.LIGHT);
            pane.use(Palette.LIGHT);
            pane.show(frame);
            Offscreen.layout(scene);
            pane.drawNow();
            var chart = (CurveChart) ((HBox) pane.node().lookup(".charts")).getChildren().getFirst();
            var words = new ArrayList<>(List.of(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString()));
            for (KeyCode key : List.of(KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER)) {
                chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                words.add(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString());
            }
            return words;
        });
        // the only reward is the cheese's, so each of the five episodes returned 1
        String all = "Return per episode: 1 at episode 5, from 1 at episode 1; between 1 and 1";
        assertThat(said)
                .containsExactly(all, "episode 1: 1. " + all, "episode 2: 1. " + all, "episode 2: 1. " + all);
        assertThat(sent).containsExactly(new Command.Seek(returns.lastAct()[1]));
    }

    @Test
    void curvesWhoseNamesDoNotFitInOneLineAreOfferedInAMenu() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(5));
        List<String> names = Offscreen.on(() -> {
            var pane = new ChartPane(_ -> {});
            var scene = Offscreen.scene(pane.node(), 260, 240, Palette.LIGHT);
            pane.show(frame);
            Offscreen.layout(scene);
            var menu = (MenuButton) pane.node().lookup("#curves");
            ((CheckMenuItem) menu.getItems().getLast()).setSelected(true);
            menu.getItems().getLast().fire();
            var all = new ArrayList<>(pane.shown());
            all.add(menu.getText());
            return all;
        });
        assertThat(names).containsExactly("return", "steps", "Curves: 2 of 3");
    }

    @Test
    void whatLiesAfterThePresentIsTheFuture() {
        var points = new Curve.Points(
                "return", 1, new double[] {1, 2, 3}, new double[] {1, 2, 3}, new double[] {1, 2, 3}, new long[] {5, 9, 14});
        assertThat(new CurveLine("", points, 4, true).past()).isZero();
        assertThat(new CurveLine("", points, 9, true).past()).isEqualTo(2);
        assertThat(new CurveLine("", points, 10, true).presentX()).isEqualTo(2);
        assertThat(new CurveLine("", points, 99, true).past()).isEqualTo(3);
    }
}
