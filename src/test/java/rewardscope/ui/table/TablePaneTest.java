package rewardscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Frame;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;

class TablePaneTest {
    private static final String RAT = "environment: {type: linear-track}\nagent: {type: q-learning, alpha: 0.5}";
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private Pointing pointing;
    private TablePane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pointing = new Pointing();
            pane = new TablePane(pointing, _ -> {});
            scene = Offscreen.scene(pane.node(), 600, 300, Palette.LIGHT);
        });
    }

    private void show(Frame frame) {
        Offscreen.run(() -> {
            pane.show(frame);
            Offscreen.layout(scene);
        });
    }

    /// The cell on the screen in a row and a column.
    private TableCell<?, ?> cell(int row, int column) {
        return Offscreen.on(() -> {
            Set<Node> cells = pane.table().lookupAll(".table-cell");
            return cells.stream()
                    .map(node -> (TableCell<?, ?>) node)
                    .filter(c -> !c.isEmpty() && c.getIndex() == row)
                    .filter(c -> pane.table().getColumns().indexOf(c.getTableColumn()) == column)
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void aRowAStateAndAColumnAnAction() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(3));
        show(frame);
        double[][] q = frame.view().learned().q().orElseThrow();
        assertThat(pane.table().getItems()).hasSize(6);
        for (int s = 0; s < 6; s++) {
            assertThat(cell(s, 0).getText()).isEqualTo(Integer.toString(s));
            assertThat(cell(s, 1).getText()).isEqualTo(Numbers.brief(q[s][0]));
            assertThat(cell(s, 2).getText()).isEqualTo(Numbers.brief(q[s][1]));
        }
    }

    @Test
    void theEntryThatTheLastActChangedIsMarkedAlone() {
        Frame frame = RealRuns.frame(RAT, RealRuns.episodes(3));
        show(frame);
        Place changed = frame.view().event().orElseThrow().changed().orElseThrow();
        for (int s = 0; s < 6; s++) {
            for (int a = 0; a < 2; a++) {
                assertThat(cell(s, a + 1).getPseudoClassStates().contains(CHANGED))
                        .isEqualTo(changed.equals(new Place(s, a)));
            }
        }
    }

    @Test
    void pointingElsewhereLightsUpItsCellHere() {
        show(RealRuns.frame(RAT, RealRuns.episodes(3)));
        Offscreen.run(() -> pointing.place().set(Optional.of(new Place(2, 1))));
        assertThat(cell(2, 2).getPseudoClassStates()).contains(POINTED);
        assertThat(cell(2, 1).getPseudoClassStates()).doesNotContain(POINTED);
    }

    @Test
    void pointingHereIsSeenElsewhere() {
        show(RealRuns.frame(RAT, RealRuns.episodes(3)));
        var cell = cell(4, 1);
        Offscreen.run(() -> cell.getOnMouseEntered().handle(null));
        assertThat(pointing.place().get()).contains(new Place(4, 0));
    }
}
