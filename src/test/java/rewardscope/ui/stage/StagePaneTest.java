package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class StagePaneTest {
    private static final String PLAN =
            "environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1.0}";
    private static final String LEARN = "environment: {preset: aima-4x3}\nagent: {type: q-learning, alpha: 0.5}";

    private final List<Command> sent = new ArrayList<>();
    private Pointing pointing;
    private StagePane pane;
    private StageView view;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pointing = new Pointing();
            pane = new StagePane(pointing, sent::add);
            pane.setReducedMotion(true);
            scene = Offscreen.scene(pane.node(), 800, 460, Palette.LIGHT);
            view = pane.firstView();
        });
    }

    private void show(Frame frame) {
        Offscreen.run(() -> {
            pane.show(frame);
            Offscreen.layout(scene);
        });
    }

    private Box cell(Place place) {
        return view.painter().boxOf(view.picture().orElseThrow(), place).orElseThrow();
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        Offscreen.run(() -> view.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false,
                false, null)));
    }

    private void key(KeyCode code) {
        Offscreen.run(() -> view.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Test
    void theButtonsOfEarlierRunsAreLetGo() {
        for (int run = 0; run < 3; run++) {
            show(RealRuns.frame(PLAN, RealRuns.sweeps(1)));
            show(RealRuns.frame(LEARN, RealRuns.acts(1)));
        }
        var button = (ToggleButton) pane.node().lookup(".segmented-button .toggle-button");
        var layers = (SegmentedButton) button.getParent().getParent();
        assertThat(button.getToggleGroup().getToggles()).hasSameElementsAs(layers.getButtons());
    }

    @Test
    void pointingAtACellSetsItsPlaceAndLeavingClearsIt() {
        show(RealRuns.frame(PLAN, RealRuns.sweeps(3)));
        Box box = cell(Place.of(2));
        mouse(MouseEvent.MOUSE_MOVED, box.centerX(), box.centerY());
        assertThat(pointing.place().get()).contains(Place.of(2));
        mouse(MouseEvent.MOUSE_EXITED, -1, -1);
        assertThat(pointing.place().get()).isEmpty();
    }

    @Test
    void pointingAtATriangleSetsItsActionToo() {
        Frame frame = RealRuns.frame(LEARN, RealRuns.acts(3));
        show(frame);
        assertThat(pane.layer()).isEqualTo(Layer.ACTION_VALUES);
        var world = (rewardscope.sim.View.World.Finite) frame.view().world();
        Box box = cell(Place.of(0));
        mouse(MouseEvent.MOUSE_MOVED, box.centerX(), box.atY(0.9));
        int down = world.model().actionNames().indexOf("down");
        assertThat(pointing.place().get()).contains(new Place(0, down));
        mouse(MouseEvent.MOUSE_MOVED, box.atX(0.1), box.centerY());
        assertThat(pointing.place().get()).contains(new Place(0, world.model().actionNames().indexOf("left")));
    }

    @Test
    void pointingAtAWallIsPointingAtNothing() {
        show(RealRuns.frame(PLAN, RealRuns.sweeps(3)));
        Box corner = cell(Place.of(0));
        mouse(MouseEvent.MOUSE_MOVED, corner.centerX() + corner.width(), corner.centerY() + corner.height());
        assertThat(pointing.place().get()).isEmpty();
    }

    @Test
    void onATallTrackUpLeadsUpToTheFoodOnTop() {
        Offscreen.run(() -> scene = Offscreen.scene(pane.node(), 420, 800, Palette.LIGHT));
        show(RealRuns.frame("environment: {type: linear-track}\nagent: {type: q-learning}", RealRuns.acts(1)));
        var boxes = java.util.stream.IntStream.range(0, 6)
                .mapToObj(s -> cell(Place.of(s)).y())
                .toList();
        assertThat(boxes).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var picture = view.picture().orElseThrow();
        assertThat(view.painter().neighbour(picture, 2, 0, -1)).hasValue(3);
    }

    @Test
    void twoBranchesAreNamedByWhatTheyDifferIn() {
        Frame frame = RealRuns.frame(LEARN, RealRuns.acts(30), new Command.Seek(10), new Command.Intervene(
                new rewardscope.sim.Intervention.ParameterChange(
                        "alpha", new rewardscope.agent.Schedule.Constant(0.125))));
        assertThat(StagePane.name(frame.views().getFirst(), frame.views().getLast())).isEqualTo("A   α 0.5");
        assertThat(StagePane.name(frame.views().getLast(), frame.views().getFirst())).isEqualTo("B   α 0.125");
    }

    @Test
    void clickingPinsTheCellAndAsksWhy() {
        show(RealRuns.frame(PLAN, RealRuns.sweeps(3)));
        Box box = cell(Place.of(1));
        mouse(MouseEvent.MOUSE_PRESSED, box.centerX(), box.centerY());
        assertThat(pointing.pinned().get()).contains(Place.of(1));
        assertThat(sent).containsExactly(new Command.Explain(Place.of(1)));
    }

    @Test
    void whereAnAgentKeepsOnlyQTheQuestionGoesToItsLargestActionValue() {
        Frame frame = RealRuns.frame(LEARN, RealRuns.episodes(20));
        show(frame);
        Offscreen.run(() -> pane.select(Layer.VALUES));
        Box box = cell(Place.of(1));
        mouse(MouseEvent.MOUSE_PRESSED, box.centerX(), box.centerY());
        double[] row = frame.view().learned().q().orElseThrow()[1];
        assertThat(sent).hasSize(1);
        Place asked = ((Command.Explain) sent.getFirst()).place();
        for (double value : row) {
            assertThat(Double.isNaN(value) || value <= row[asked.action()]).isTrue();
        }
    }

    @Test
    void arrowKeysStepOverTheWallAndEnterAsksWhy() {
        show(RealRuns.frame(PLAN, RealRuns.sweeps(3)));
        // the focus begins at the start, row 2, column 0, which is state 7
        key(KeyCode.UP);
        assertThat(pointing.place().get()).contains(Place.of(4));
        key(KeyCode.RIGHT); // row 1, column 1 is a wall: on to column 2
        assertThat(pointing.place().get()).contains(Place.of(5));
        key(KeyCode.ENTER);
        assertThat(sent).containsExactly(new Command.Explain(Place.of(5)));
    }

    @Test
    void aScreenReaderHearsRowColumnValueAndBestAction() {
        Frame frame = RealRuns.frame(PLAN, RealRuns.sweeps(50));
        show(frame);
        String text = Description.spoken(frame.view(), view.painter(), Place.of(5));
        assertThat(text).isEqualTo("row 1, column 2, value 0.660, best action up");
    }

    @Test
    void nothingIsDrawnTwiceForTheSameFrame() {
        Frame frame = RealRuns.frame(PLAN, RealRuns.sweeps(3));
        show(frame);
        long drawings = view.drawings();
        show(frame);
        assertThat(view.drawings()).isEqualTo(drawings);
    }

    @Test
    void aPlannersTableOfValuesComesFirstAndALearnersActionValues() {
        show(RealRuns.frame(PLAN, RealRuns.sweeps(1)));
        assertThat(pane.layer()).isEqualTo(Layer.VALUES);
        show(RealRuns.frame(LEARN, RealRuns.acts(1)));
        assertThat(pane.layer()).isEqualTo(Layer.ACTION_VALUES);
    }

    @Test
    void theArrowOfABackupRunsFromTheNextStateToThisOne() {
        Frame frame = RealRuns.frame(LEARN, RealRuns.acts(1));
        var event = frame.view().event().orElseThrow();
        var move = event.move().orElseThrow();
        List<Backup> arrows = Backup.of(event);
        Optional<Backup> expected =
                move.from() == move.to() ? Optional.empty() : Optional.of(new Backup(move.to(), move.from(), 1));
        assertThat(arrows).isEqualTo(expected.map(List::of).orElse(List.of()));
    }

    @Test
    void aPlannersBackupHasAnArrowForEveryOtherOutcome() {
        var event = RealRuns.frame(PLAN, RealRuns.acts(1)).view().event().orElseThrow();
        var backup = (rewardscope.agent.planning.ValueIteration.Backup) event;
        long others = backup.outcomes().stream().filter(o -> o.nextState() != backup.state()).count();
        assertThat(Backup.of(event)).hasSize((int) others).allMatch(arrow -> arrow.to() == backup.state());
    }

    @Test
    void whatIsPointedAtIsForgottenWhenASmallerWorldComes() {
        show(RealRuns.frame(
                "environment: {preset: frozen-lake-8x8}\nagent: {type: q-learning}", RealRuns.acts(3)));
        Box far = cell(Place.of(62));
        var at = Offscreen.on(() -> view.localToScene(far.centerX(), far.centerY()));
        mouse(MouseEvent.MOUSE_MOVED, at.getX(), at.getY());
        assertThat(pointing.place().get()).map(Place::state).contains(62);
        show(RealRuns.frame(LEARN, RealRuns.acts(3)));
        show(RealRuns.frame(LEARN, RealRuns.acts(4)));
        assertThat(pointing.place().get()).isEmpty();
    }

    @Test
    void theStageSaysWhereTheAgentIsAndWhatItDid() {
        show(RealRuns.frame("environment: {type: linear-track, states: 3}\nagent: {type: q-learning, epsilon: 0}", RealRuns.episodes(1)));
        assertThat(Offscreen.on(view::words)).contains("tate 2").contains("reward 1, and the episode ended");
        show(RealRuns.frame("environment: {type: cart-pole}\nagent: {type: ppo}", RealRuns.acts(1)));
        assertThat(Offscreen.on(view::words)).startsWith("Cart at ").contains("metres, pole ");
    }
}
