package rewardscope.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Replays;
import rewardscope.agent.gradient.BatchAgent.AdvantageEstimation;
import rewardscope.agent.gradient.LearnedStep;
import rewardscope.agent.gradient.Ppo;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Look;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class InsidePaneTest {
    private static final String PPO =
            "agent: {type: ppo, horizon: 64, minibatches: 2, epochs: 4, hidden: [8], alpha: 0.02}\n"
                    + "environment: {type: cart-pole}";
    private static final String DQN = "agent: {type: dqn, warm-up: 20, batch: 8, hidden: [8], replay: 50}\n"
            + "environment: {type: linear-track, continuous: true}";

    private InsidePane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pane = new InsidePane();
            scene = Offscreen.scene(pane.node(), 700, 240, Palette.LIGHT);
        });
    }

    private void show(Frame frame) {
        Offscreen.run(() -> {
            pane.show(frame);
            Offscreen.layout(scene);
        });
    }

    private void choose(String title) {
        Offscreen.run(() -> pane.choose(title));
    }

    private String spoken() {
        return Offscreen.on(() -> pane.view().getAccessibleText());
    }

    private static Frame afterAnUpdate(String yaml) {
        return RealRuns.frame(yaml, RealRuns.watching(), new Command.Step(Command.Unit.UPDATE, 2));
    }

    @Test
    void onlyWhatTheAgentHasIsOffered() {
        show(afterAnUpdate(PPO));
        assertThat(pane.titles()).containsExactly("Clipped objective", "Policy, before and after", "Advantages");
        show(afterAnUpdate(DQN));
        assertThat(pane.titles()).containsExactly("Policy, before and after", "Replay buffer", "Target network");
        show(RealRuns.frame("environment: {preset: cliff-walking}\nagent: {type: q-learning}", RealRuns.acts(3)));
        assertThat(pane.titles()).isEmpty();
        show(afterAnUpdate(PPO));
        assertThat(pane.titles()).hasSize(3);
    }

    @Test
    void theButtonsOfEarlierRunsAreLetGo() {
        for (int run = 0; run < 3; run++) {
            show(afterAnUpdate(PPO));
            show(afterAnUpdate(DQN));
        }
        var button = (ToggleButton) pane.node().lookup(".toggle-button");
        assertThat(button.getToggleGroup().getToggles()).hasSameSizeAs(pane.titles());
    }

    @Test
    void theRunWorksOutOnlyWhatIsChosen() {
        show(afterAnUpdate(PPO));
        assertThat(pane.looks()).containsExactly(Look.RATIOS);
        choose("Advantages");
        assertThat(pane.looks()).containsExactly(Look.ADVANTAGES);
    }

    @Test
    void theCountsOfTheFigureAreThoseOfTheMinibatch() {
        Frame frame = afterAnUpdate(PPO);
        show(frame);
        var event = frame.view().looks().last(Ppo.Optimisation.class).orElseThrow();
        double epsilon = event.clip();
        long clippedAbove = event.samples().stream()
                .filter(s -> s.advantage() > 0 && s.ratio() > 1 + epsilon)
                .count();
        long clippedBelow = event.samples().stream()
                .filter(s -> s.advantage() < 0 && s.ratio() < 1 - epsilon)
                .count();
        assertThat(ClippedFigure.clipped(ClippedFigure.half(event, true))).isEqualTo(clippedAbove);
        assertThat(ClippedFigure.clipped(ClippedFigure.half(event, false))).isEqualTo(clippedBelow);
        assertThat(spoken()).contains(clippedAbove + " of them clipped");
    }

    @Test
    void theSumWrittenOutIsTheAdvantage() {
        AdvantageEstimation event =
                afterAnUpdate(PPO).view().looks().last(AdvantageEstimation.class).orElseThrow();
        int t = event.estimates().size() - 3;
        double decay = event.gamma() * event.lambda();
        double sum = 0;
        double weight = 1;
        for (int i = t; i < event.estimates().size(); i++) {
            sum += weight * event.estimates().get(i).delta();
            weight *= decay;
            if (event.estimates().get(i).terminated()) {
                break;
            }
        }
        assertThat(event.estimates().get(t).advantage()).isCloseTo(sum, within(1e-9));
        assertThat(AdvantageFigure.sum(event, t)).startsWith("step " + t + ":  Â = ").doesNotContain("…");
    }

    @Test
    void theStepsOfTheEpisodeAreThoseThatWereLearnedFrom() {
        Frame frame = RealRuns.frame(
                "agent: {type: reinforce-baseline, hidden: [8]}\nenvironment: {type: cart-pole}",
                RealRuns.watching(),
                new Command.Step(Command.Unit.UPDATE, 1));
        var steps = frame.view().looks().sequence(LearnedStep.class);
        assertThat(steps).isNotEmpty();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).number()).isEqualTo(i);
            assertThat(steps.get(i).advantage()).isEqualTo(steps.get(i).aim() - steps.get(i).expected());
        }
        // the last step of a pole that fell pays 1, and nothing comes after it
        assertThat(steps.getLast().aim()).isEqualTo(1);
    }

    @Test
    void mouseAndArrowKeysPointAtAStep() {
        show(afterAnUpdate(PPO));
        choose("Advantages");
        Offscreen.run(() -> pane.view()
                .fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_MOVED, 400, 90, 400, 90, MouseButton.NONE, 0, false, false, false, false, false,
                        false, false, false, false, false, null)));
        int pointed = pane.view().pointed().orElseThrow();
        assertThat(pointed).isBetween(25, 45);
        Offscreen.run(() -> pane.view()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
        assertThat(pane.view().pointed()).isEqualTo(OptionalInt.of(pointed + 1));
    }

    @Test
    void theNewestTransitionIsTheFirstCell() {
        var contents = new Replays.Contents(4, 4, 1, 1, new double[4]);
        assertThat(ReplayFigure.age(contents, 1)).isZero();
        assertThat(ReplayFigure.age(contents, 0)).isEqualTo(1);
        assertThat(ReplayFigure.age(contents, 2)).isEqualTo(3);
    }

    @Test
    void bothNetworksAndTheirDistanceAreTold() {
        Frame frame = afterAnUpdate(DQN);
        show(frame);
        choose("Target network");
        var nets = frame.view().looks().networks().orElseThrow();
        assertThat(nets.actions()).containsExactly("up", "down");
        assertThat(nets.distance()).isPositive();
        assertThat(spoken()).startsWith("Target network: distance");
    }

    @Test
    void everyFigureIsDrawnInBothThemes() {
        for (String yaml : new String[] {
            PPO, DQN, PPO.replace("type: ppo", "type: ppo-penalty"), PPO.replace("type: ppo", "type: trpo"),
            "agent: {type: reinforce-baseline, hidden: [8]}\nenvironment: {type: cart-pole}",
            "agent: {type: actor-critic, hidden: [8]}\nenvironment: {type: cart-pole}"
        }) {
            show(afterAnUpdate(yaml));
            for (String title : pane.titles()) {
                for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
                    Offscreen.run(() -> pane.use(palette));
                    choose(title);
                    var picture = Offscreen.on(() -> Offscreen.picture(scene, 1));
                    int paper = picture.getRGB(2, 236);
                    int marks = 0;
                    for (int x = 0; x < 700; x += 2) {
                        for (int y = 60; y < 230; y += 2) {
                            marks += picture.getRGB(x, y) != paper ? 1 : 0;
                        }
                    }
                    assertThat(marks).as(title).isGreaterThan(300);
                }
            }
        }
    }
}
