package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.Look;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// Stages of worlds of real numbers: the hand, the layers, the portrait, and what a screen reader hears.
class ContinuousStageTest {
    private static final String CART = "environment: {type: cart-pole}\nagent: {type: ppo, hidden: [8]}";
    private static final String ROD = "environment: {type: pendulum}\nagent: {type: ppo, hidden: [8]}";

    private final List<Command> sent = new ArrayList<>();
    private StagePane pane;
    private StageView view;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pane = new StagePane(new Pointing(), sent::add);
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

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        Offscreen.run(() -> view.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false,
                false, null)));
    }

    private void key(EventType<KeyEvent> type, KeyCode code) {
        Offscreen.run(() -> view.fireEvent(new KeyEvent(type, "", "", code, false, false, false, false)));
    }

    private List<Intervention.Push> pushes() {
        return sent.stream()
                .map(command -> (Intervention.Push) ((Command.Intervene) command).intervention())
                .toList();
    }

    @Test
    void aDragToTheRightPushesTheCartToTheRightAndLettingGoNudgesTheNextStep() {
        show(RealRuns.frame(CART, RealRuns.watching(), RealRuns.acts(3)));
        double middle = Halves.of(view.picture().orElseThrow().area()).world().centerX();
        mouse(MouseEvent.MOUSE_PRESSED, middle, 200);
        mouse(MouseEvent.MOUSE_DRAGGED, middle + 60, 200);
        assertThat(pushes()).last().satisfies(push -> {
            assertThat(push.force()).isPositive();
            assertThat(push.held()).isTrue();
        });
        double pulled = pushes().getLast().force();
        mouse(MouseEvent.MOUSE_RELEASED, middle + 60, 200);
        assertThat(pushes()).endsWith(new Intervention.Push(0, true), new Intervention.Push(pulled, false));
    }

    @Test
    void theArrowKeysPushWhatTheStageShows() {
        show(RealRuns.frame(CART, RealRuns.acts(3)));
        key(KeyEvent.KEY_PRESSED, KeyCode.LEFT);
        assertThat(pushes()).containsExactly(new Intervention.Push(-10, false));
        sent.clear();
        show(RealRuns.frame(ROD, RealRuns.acts(3)));
        key(KeyEvent.KEY_PRESSED, KeyCode.RIGHT);
        assertThat(pushes()).containsExactly(new Intervention.Push(-2, false)); // to the right is clockwise
    }

    @Test
    void theLayersOfAContinuousWorldAreWhatItsAgentHas() {
        show(RealRuns.frame(CART, RealRuns.acts(3)));
        assertThat(pane.layer()).isEqualTo(Layer.VALUES);
        assertThat(pane.looks()).containsExactlyInAnyOrder(Look.PATH, Look.VALUES);
        Offscreen.run(() -> pane.select(Layer.POLICY));
        assertThat(pane.looks()).containsExactlyInAnyOrder(Look.PATH, Look.POLICY);
        show(RealRuns.frame("environment: {type: cart-pole}\nagent: {type: random}", RealRuns.acts(3)));
        assertThat(pane.layer()).isEqualTo(Layer.TRAIL);
        assertThat(pane.looks()).containsExactly(Look.PATH);
    }

    @Test
    void aScreenReaderHearsTheCartThePoleAndItsValue() {
        show(RealRuns.frame(CART, RealRuns.watching(Look.VALUES), RealRuns.acts(3)));
        var picture = view.picture().orElseThrow();
        assertThat(view.painter().spoken(picture))
                .matches("cart at -?0\\.\\d\\d metres, pole \\d\\.\\d degrees to the (left|right), pushed with 10 N"
                        + " (left|right), here V = .+");
    }

    @Test
    void pointingAtThePortraitTellsTheNumbersThere() {
        show(RealRuns.frame(CART, RealRuns.watching(Look.POLICY), RealRuns.acts(3)));
        Offscreen.run(() -> pane.select(Layer.POLICY));
        var picture = view.picture().orElseThrow();
        Box box = PhasePortrait.field(Halves.of(picture.area()).portrait().orElseThrow());
        assertThat(view.painter().hint(picture, box.centerX(), box.centerY()))
                .contains("angle (rad)", "angular velocity", "π(left) = ", "π(right) = ");
    }

    @Test
    void theDriveOfAPolicyRunsFromTheStrongestLeftToTheStrongestRight() {
        var actions = new rewardscope.env.VectorEnvironment.ActionSpace.Discrete(List.of("-3", "0", "3"));
        assertThat(Drive.of(actions, new double[] {1, 0, 0})).isEqualTo(-1);
        assertThat(Drive.of(actions, new double[] {0.25, 0.5, 0.25})).isZero();
        assertThat(Drive.of(actions, new double[] {0, 0, 1})).isEqualTo(1);
    }

    @Test
    void theRatInTheMazeIsDrawnWhereItIs() {
        var frame = RealRuns.frame(
                "environment: {type: maze, continuous: true, layout: \"####\\n#SG#\\n####\", cells: {G: {reward: 1, terminal:"
                        + " true}}, step: 0.05}\nagent: {type: dqn, hidden: [8], warm-up: 10, batch: 4}",
                RealRuns.watching(),
                RealRuns.acts(5));
        show(frame);
        assertThat(view.painter()).isInstanceOf(FloorPainter.class);
        assertThat(view.painter().spoken(view.picture().orElseThrow())).startsWith("rat in row 1, column 1");
    }

    @Test
    void linesOfEqualValueCrossWhereTheValueIs() {
        double[] slope = {0, 1, 2, 0, 1, 2};
        assertThat(Contours.at(0.5, slope, 3, 2)).containsExactly(new Contours.Piece(0.5, 0, 0.5, 1));
        assertThat(Contours.levels(0, 10, 6)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    }
}
