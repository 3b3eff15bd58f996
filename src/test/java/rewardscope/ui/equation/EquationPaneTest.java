package rewardscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.sim.Command;
import rewardscope.sim.Explanation;
import rewardscope.sim.Frame;
import rewardscope.ui.Headless;
import rewardscope.ui.Pointing;
import rewardscope.ui.Runs;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;

class EquationPaneTest {
    private final Pointing pointing = new Pointing();
    private final Formulas formulas = new Formulas();

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    private EquationPane pane(Frame frame) throws Exception {
        return Headless.onFx(() -> {
            var pane = new EquationPane(formulas, pointing, _ -> {}, Runnable::run);
            new Scene(new StackPane(pane.node()), 900, 400);
            pane.show(frame);
            pane.node().applyCss();
            ((StackPane) pane.node().getParent()).layout();
            return pane;
        });
    }

    private static List<String> numbers(EquationPane pane) {
        return pane.equationView().orElseThrow().cells().stream()
                .filter(cell -> cell.number.isVisible())
                .map(cell -> cell.component + " " + cell.number.getText())
                .toList();
    }

    private static Cell cell(EquationPane pane, String component) {
        return pane.equationView().orElseThrow().cells().stream()
                .filter(cell -> cell.component.equals(component))
                .findFirst()
                .orElseThrow();
    }

    private static void enter(Cell cell) {
        cell.ground.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, null, 0, false, false, false, false, false, false, false, false,
                true, true, null));
    }

    private static void leave(Cell cell) {
        cell.ground.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_EXITED, 0, 0, 0, 0, null, 0, false, false, false, false, false, false, false, false,
                true, true, null));
    }

    @Test
    void beforeTheFirstActThePaneSaysHowToGetOne() throws Exception {
        assertThat(pane(Runs.frame(Runs.RAT)).words()).startsWith("Press step (→)");
    }

    @Test
    void underEachSymbolStandsThisStepsNumber() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(60));
        var update = (QLearning.Update) frame.view().event().orElseThrow();
        assertThat(numbers(pane(frame)))
                .containsExactlyInAnyOrder(
                        "qNew " + Figures.brief(update.qNew()),
                        "qOld " + Figures.brief(update.qOld()),
                        "qOld " + Figures.brief(update.qOld()),
                        "alpha 0.5",
                        "reward " + Figures.brief(update.reward()),
                        "gamma 0.9",
                        "maxQNext " + Figures.brief(update.maxQNext()),
                        "target " + Figures.brief(update.target()),
                        "qOld " + Figures.brief(update.qOld()),
                        "tdError " + Figures.brief(update.tdError()));
    }

    @Test
    void aBackupHasARowForEachOutcome() throws Exception {
        Frame frame = Runs.frame(Runs.SLIPPERY, Runs.acts(31));
        var backup = (ValueIteration.Backup) frame.view().event().orElseThrow();
        assertThat(backup.outcomes()).hasSize(3);
        assertThat(numbers(pane(frame)))
                .filteredOn(n -> n.startsWith("probability"))
                .containsExactlyInAnyOrderElementsOf(backup.outcomes().stream()
                        .map(outcome -> "probability " + Figures.brief(outcome.probability()))
                        .toList());
    }

    @Test
    void theSentenceSaysWhatTheActDid() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, new Command.Step(Command.Unit.EPISODE, 1));
        var update = (QLearning.Update) frame.view().event().orElseThrow();
        assertThat(update.qNew()).isEqualTo(0.5);
        assertThat(pane(frame).words())
                .contains("from 4 to 5, reward 1, and the episode ended. Q(4, ")
                .endsWith(" rose by 0.5 to 0.5.");
    }

    @Test
    void pointingAtMaxQLightsUpTheEntryOfTheNextState() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(60));
        var update = (QLearning.Update) frame.view().event().orElseThrow();
        var pane = pane(frame);
        Headless.onFx(() -> {
            enter(cell(pane, "maxQNext"));
            assertThat(pointing.place().get()).contains(new Place(update.nextState(), update.nextAction()));
            leave(cell(pane, "maxQNext"));
            assertThat(pointing.place().get()).isEmpty();
            return null;
        });
    }

    @Test
    void anEntryPointedAtElsewhereLightsUpItsNumbers() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(60));
        var update = (QLearning.Update) frame.view().event().orElseThrow();
        var pane = pane(frame);
        Headless.onFx(() -> {
            pointing.place().set(Optional.of(new Place(update.state(), update.action())));
            assertThat(cell(pane, "qOld").lit()).isTrue();
            assertThat(cell(pane, "qNew").lit()).isTrue();
            assertThat(cell(pane, "maxQNext").lit()).isFalse();
            pointing.place().set(Optional.empty());
            assertThat(cell(pane, "qOld").lit()).isFalse();
            return null;
        });
    }

    @Test
    void aTooltipSaysNameExactValueAndOrigin() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(60));
        var pane = pane(frame);
        assertThat(pane.about(cell(pane, "alpha"))).startsWith("step size α = 0.5\nStep size:");
        assertThat(pane.about(cell(pane, "maxQNext"))).startsWith("best value in the next state = ").contains("Q(");
    }

    @Test
    void anExplanationHasAHeadingAndCanBeClosed() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(300), new Command.Explain(new Place(4, 0)));
        var explanation = (Explanation.Changed) frame.explanation().orElseThrow();
        var pane = pane(frame);
        assertThat(pane.heading()).isEqualTo("Q(4, up) last changed at step " + explanation.act());
        Headless.onFx(() -> {
            pointing.pinned().set(Optional.of(new Place(4, 0)));
            pane.closeButton().fire();
            assertThat(pane.heading()).isEmpty();
            assertThat(pointing.pinned().get()).isEmpty();
            return null;
        });
    }

    @Test
    void anEntryThatNoUpdateTouchedSaysSoInWords() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(1), new Command.Explain(new Place(3, 1)));
        var pane = pane(frame);
        assertThat(pane.heading())
                .isEqualTo("Q(3, down) has its initial value 0; no update has touched it yet.");
        Frame end = Runs.frame(Runs.RAT, Runs.acts(1), new Command.Explain(new Place(5, 0)));
        assertThat(pane(end).heading()).startsWith("The episode ends in 5");
    }

    @Test
    void stayingOnACellAsksWhyAndLeavingItReturnsToTheLastAct() throws Exception {
        Frame before = Runs.frame(Runs.RAT, Runs.acts(300));
        var place = new Place(4, 0);
        Frame answer = Runs.frame(Runs.RAT, Runs.acts(300), new Command.Explain(place));
        var sent = new java.util.ArrayList<Command>();
        Headless.onFx(() -> {
            var why = new Why(pointing, sent::add, () -> {});
            why.show(before);
            pointing.cell().set(Optional.of(place));
            why.ask();
            assertThat(sent).containsExactly(new Command.Explain(place));
            why.show(answer);
            assertThat(why.answer()).isEqualTo(answer.explanation());
            pointing.cell().set(Optional.empty());
            assertThat(why.answer()).isEmpty();
            return null;
        });
    }

    @Test
    void theArrowKeysGoFromTermToTermAndLightUpItsCell() throws Exception {
        Frame frame = Runs.frame(Runs.RAT, Runs.acts(60));
        var update = (QLearning.Update) frame.view().event().orElseThrow();
        var pane = pane(frame);
        Headless.onFx(() -> {
            var view = pane.equationView().orElseThrow();
            view.requestFocus();
            assertThat(view.focusedCell().map(cell -> cell.component)).contains("qNew");
            for (int i = 0; i < 5; i++) {
                view.fireEvent(new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.RIGHT,
                        false, false, false, false));
            }
            assertThat(view.focusedCell().map(cell -> cell.component)).contains("maxQNext");
            assertThat(pointing.place().get()).contains(new Place(update.nextState(), update.nextAction()));
            return null;
        });
    }

    @Test
    void theSameEquationKeepsItsNodesFromFrameToFrame() throws Exception {
        Frame first = Runs.frame(Runs.RAT, Runs.acts(60));
        Frame second = Runs.frame(Runs.RAT, Runs.acts(61));
        var pane = pane(first);
        EquationView before = pane.equationView().orElseThrow();
        Headless.onFx(() -> {
            pane.show(second);
            return null;
        });
        assertThat(pane.equationView().orElseThrow()).isSameAs(before);
        var update = (QLearning.Update) second.view().event().orElseThrow();
        assertThat(numbers(pane)).contains("reward " + Figures.brief(update.reward()));
    }

    @Test
    void everyAlgorithmsEquationCanBeShown() throws Exception {
        var agents = List.of(
                "sarsa", "expected-sarsa", "n-step-sarsa", "sarsa-lambda", "q-lambda", "mc-control", "dyna-q");
        for (String agent : agents) {
            Frame frame = Runs.frame(Runs.RAT.replace("q-learning", agent), Runs.acts(50));
            var pane = pane(frame);
            assertThat(pane.equationView().orElseThrow().cells()).as(agent).isNotEmpty();
            assertThat(pane.equationView().orElseThrow().spoken()).as(agent).doesNotContain("–");
        }
    }

    @Test
    void aLongListShowsItsFirstItemsAndOpens() throws Exception {
        Frame frame = Runs.frame(
                "environment: {type: bandit, arms: 10}\nagent: {type: gradient-bandit}\n", Runs.acts(20));
        var pane = pane(frame);
        assertThat(numbers(pane).stream().filter(n -> n.startsWith("preference "))).hasSize(5);
        Headless.onFx(() -> {
            var more = pane.equationView().orElseThrow().lookupAll("Text").stream()
                    .map(javafx.scene.text.Text.class::cast)
                    .filter(text -> text.getText().equals("+ 5 more"))
                    .findFirst()
                    .orElseThrow();
            more.fireEvent(new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.ENTER,
                    false, false, false, false));
            return null;
        });
        assertThat(numbers(pane).stream().filter(n -> n.startsWith("preference "))).hasSize(10);
    }

    @Test
    void allInksOfTermsCanBeReadOnThePaper() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Meaning meaning : Meaning.values()) {
                assertThat(Meaning.contrast(meaning.ink(palette), palette.paper())).isGreaterThanOrEqualTo(4.5);
            }
        }
    }
}
