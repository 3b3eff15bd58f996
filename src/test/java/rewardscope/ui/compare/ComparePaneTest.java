package rewardscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.AgentType;
import rewardscope.ui.Offscreen;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

class ComparePaneTest {
    private ComparePane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        Offscreen.run(() -> {
            pane = new ComparePane();
            scene = Offscreen.scene(pane.node(), 760, 260, Palette.LIGHT);
            pane.show(RealRuns.frame("environment: {preset: linear-track}\nagent: {type: q-learning}"));
        });
    }

    private void waitFor(String text) throws InterruptedException {
        for (int i = 0; i < 300 && !Offscreen.on(() -> pane.start().getText()).equals(text); i++) {
            Thread.sleep(50);
        }
        assertThat(Offscreen.on(() -> pane.start().getText())).isEqualTo(text);
    }

    @Test
    void onlyAgentsThatWorkInThisWorldAreOffered() {
        var names = pane.choices().stream().flatMap(Optional::stream).map(AgentType::name).toList();
        assertThat(names).contains("sarsa", "dqn", "ppo").doesNotContain("ucb", "q-learning");
    }

    @Test
    void comparingEndsWithAVerdictAndTheButtonIsFreeAgain() throws InterruptedException {
        Offscreen.run(() -> {
            pane.choose("random", 5, 1000);
            pane.start().fire();
            assertThat(pane.start().getText()).isEqualTo("Cancel");
        });
        waitFor("Compare");
        assertThat(pane.verdict()).contains("5 seeds", "q-learning − random", "95 % interval");
        assertThat(Offscreen.on(() -> Offscreen.picture(scene, 1))).isNotNull();
    }

    @Test
    void cancellingStopsAtOnce() {
        Offscreen.run(() -> {
            pane.choose("ppo", 30, 150_000);
            pane.start().fire();
            pane.start().fire();
            assertThat(pane.start().getText()).isEqualTo("Compare");
            assertThat(pane.verdict()).startsWith("Called off.");
        });
    }
}
