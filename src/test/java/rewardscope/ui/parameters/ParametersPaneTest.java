package rewardscope.ui.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention.ParameterChange;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;

class ParametersPaneTest {
    private static final String RAT = "environment: {type: linear-track}\nagent: {type: q-learning, alpha: 0.5, "
            + "epsilon: {from: 1.0, to: 0.05, over: 500}}";

    private final List<Command> sent = new ArrayList<>();
    private ParametersPane pane;
    private Frame frame;

    @BeforeEach
    void open() {
        frame = RealRuns.frame(RAT);
        Offscreen.run(() -> {
            pane = new ParametersPane(sent::add);
            pane.show(frame);
        });
    }

    private static Command change(String name, double value) {
        return new Command.Intervene(new ParameterChange(name, new Schedule.Constant(value)));
    }

    private void type(String name, String text) {
        Offscreen.run(() -> {
            pane.row(name).field().setText(text);
            pane.row(name).field().getOnAction().handle(null);
        });
    }

    @Test
    void showingAFrameSendsNothing() {
        assertThat(sent).isEmpty();
        assertThat(pane.row("alpha").slider().getValue()).isEqualTo(0.5);
    }

    @Test
    void draggingAlphaSendsOneChangeWithTheValue() {
        Offscreen.run(() -> pane.row("alpha").slider().setValue(0.8));
        assertThat(sent).containsExactly(change("alpha", 0.8));
        assertThat(pane.row("alpha").field().getText()).isEqualTo("0.8");
    }

    @Test
    void aDecimalCommaIsReadAsAPoint() {
        type("alpha", "0,25");
        assertThat(sent).containsExactly(change("alpha", 0.25));
    }

    @Test
    void whatIsNotANumberGetsASentenceAndChangesNothing() {
        type("alpha", "fast");
        assertThat(pane.row("alpha").wrong().getText()).contains("fast").contains("not a number");
        type("alpha", "1.5");
        assertThat(pane.row("alpha").wrong().getText()).isEqualTo("Write a number from 0 to 1.");
        assertThat(sent).isEmpty();
    }

    @Test
    void framesDoNotMoveASliderThatIsBeingDragged() {
        Offscreen.run(() -> {
            var slider = pane.row("alpha").slider();
            slider.setValueChanging(true);
            slider.setValue(0.9);
            pane.show(frame);
        });
        assertThat(pane.row("alpha").slider().getValue()).isEqualTo(0.9);
    }

    @Test
    void aScheduleThatWasLeftCanBeGoneBackTo() {
        Frame changed = RealRuns.frame(RAT, change("epsilon", 0.3));
        Offscreen.run(() -> {
            pane.show(changed);
            pane.row("epsilon").back().fire();
        });
        assertThat(sent)
                .containsExactly(new Command.Intervene(new ParameterChange("epsilon", new Schedule.Linear(1, 0.05, 500))));
    }
}
