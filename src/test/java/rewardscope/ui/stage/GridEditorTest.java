package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.env.preset.Presets;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;

class GridEditorTest {
    private GridEditor editor;

    @BeforeEach
    void open() {
        editor = Offscreen.on(GridEditor::new);
    }

    private void paint(GridEditor.Tool tool, int row, int column) {
        Offscreen.run(() -> {
            editor.select(tool);
            editor.touch(new DraftCanvas.Touch(row, column, true));
        });
    }

    private String layout() {
        return (String) editor.environment().get("layout");
    }

    @Test
    void paintingAWallPutsAHashInTheLayout() {
        paint(GridEditor.Tool.WALL, 1, 2);
        assertThat(layout()).isEqualTo("....G\n..#..\n.....\nS....\n");
    }

    @Test
    void aPaintedRewardDeclaresACharacterAndReusesItForTheSameReward() {
        Offscreen.run(() -> editor.rewardField().setText("-10"));
        paint(GridEditor.Tool.REWARD, 1, 1);
        paint(GridEditor.Tool.REWARD, 2, 1);
        assertThat(layout()).isEqualTo("....G\n.P...\n.P...\nS....\n");
        assertThat(editor.environment().get("cells"))
                .isEqualTo(Map.of("G", Map.of("reward", 1L, "terminal", true), "P", Map.of("reward", -10L, "terminal", true)));
    }

    @Test
    void aCharacterThatIsPaintedOverIsNoLongerDeclared() {
        paint(GridEditor.Tool.FREE, 0, 4);
        assertThat(editor.environment()).doesNotContainKey("cells");
    }

    @Test
    void oneStrokeIsUndoneAtOnceAndDoneAgain() {
        Offscreen.run(() -> {
            editor.select(GridEditor.Tool.WALL);
            editor.touch(new DraftCanvas.Touch(1, 0, true));
            editor.touch(new DraftCanvas.Touch(1, 1, false));
            editor.touch(new DraftCanvas.Touch(1, 2, false));
        });
        assertThat(layout()).isEqualTo("....G\n###..\n.....\nS....\n");
        Offscreen.run(editor::undo);
        assertThat(layout()).isEqualTo("....G\n.....\n.....\nS....\n");
        Offscreen.run(editor::redo);
        assertThat(layout()).isEqualTo("....G\n###..\n.....\nS....\n");
    }

    @Test
    void aPresetComesBackOutAsTheWorldThatItWas() {
        for (String name : new String[] {"aima-4x3", "bridge-grid", "windy", "cliff-walking", "sutton-barto-5x5"}) {
            assertThat(Presets.names()).contains(name);
            boolean opened = Offscreen.on(() -> editor.open(Map.of("environment", Map.of("preset", name))));
            assertThat(opened).isTrue();
            var before = RealRuns.experiment("environment: {preset: " + name + "}\nagent: {type: q-learning}");
            var after = RealRuns.experiment("agent: {type: q-learning}\nenvironment: " + yaml(editor.environment()));
            assertThat(after.environment()).isEqualTo(before.environment());
        }
    }

    @Test
    void aTrackHasNoGridToOpen() {
        assertThat(Offscreen.on(() -> editor.open(Map.of("environment", Map.of("type", "linear-track"))))).isFalse();
    }

    /// Flow style is enough for plain maps.
    private static String yaml(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var text = new StringBuilder("{");
                map.forEach((k, v) -> text.append(text.length() > 1 ? ", " : "").append(k).append(": ").append(yaml(v)));
                yield text.append("}").toString();
            }
            case java.util.List<?> list ->
                list.stream().map(GridEditorTest::yaml).toList().toString();
            case String s -> "\"" + s.replace("\n", "\\n") + "\"";
            default -> value.toString();
        };
    }

    @Test
    void aSizeThatIsNoNumberLeavesTheGridAsItIs() {
        String before = layout();
        Offscreen.run(() -> {
            for (var node : editor.node().lookupAll(".spinner")) {
                var spinner = (javafx.scene.control.Spinner<?>) node;
                spinner.getEditor().setText("α5");
                spinner.commitValue();
                assertThat(spinner.getEditor().getText()).isIn("4", "5");
            }
        });
        assertThat(layout()).isEqualTo(before);
    }
}
