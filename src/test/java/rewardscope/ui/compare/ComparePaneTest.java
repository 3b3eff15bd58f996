package rewardscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rewardscope.agent.AgentCatalogue;
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
            show("q-learning");
        });
    }

    private void show(String agent) {
        pane.show(RealRuns.frame("environment: {preset: linear-track}\nagent: {type: " + agent + "}"));
    }

    private void add(String type) {
        pane.add(AgentCatalogue.named(type).orElseThrow());
    }

    private void waitFor(String text) throws InterruptedException {
        for (int i = 0; i < 300 && !Offscreen.on(() -> pane.start().getText()).equals(text); i++) {
            Thread.sleep(50);
        }
        assertThat(Offscreen.on(() -> pane.start().getText())).isEqualTo(text);
    }

    @Test
    void onlyAgentsThatActAndWorkInThisWorldAreOffered() {
        var names = pane.contestants().offered().stream().map(AgentType::name).toList();
        assertThat(names)
                .contains("sarsa", "dqn", "ppo", "q-learning")
                .doesNotContain("ucb", "value-iteration", "td-prediction", "human");
    }

    @Test
    void comparingEndsWithAVerdictAndTheButtonIsFreeAgain() throws InterruptedException {
        assertThat(Offscreen.on(pane::table)).isEmpty();
        Offscreen.run(() -> {
            add("random");
            pane.choose(5, 1000);
            pane.start().fire();
            assertThat(pane.start().getText()).isEqualTo("Cancel");
        });
        waitFor("Compare");
        assertThat(pane.verdict()).contains("5 seeds", "q-learning − random", "95 % interval");
        assertThat(Offscreen.on(pane::table).orElseThrow()).contains("random,5,end,1000,").contains("# random:");
        assertThat(Offscreen.on(() -> Offscreen.picture(scene, 1))).isNotNull();
    }

    @Test
    void theSameAgentWithAnotherSettingStandsBesideItself() throws InterruptedException {
        Offscreen.run(() -> {
            add("q-learning");
            add("random");
            pane.contestants().cards().get(1).field("alpha").setText("0.5");
            pane.choose(3, 500);
            pane.start().fire();
        });
        waitFor("Compare");
        assertThat(pane.latest().orElseThrow().names())
                .containsExactly("q-learning alpha as usual", "q-learning alpha 0.5", "random");
    }

    @Test
    void aWrongSettingIsSaidOnItsCardAndNothingRuns() {
        Offscreen.run(() -> {
            add("q-learning");
            var card = pane.contestants().cards().get(1);
            card.field("alpha").setText("2");
            pane.start().fire();
            assertThat(card.complaint()).contains("alpha");
            assertThat(pane.start().getText()).isEqualTo("Compare");
            card.field("alpha").setText("0.2");
            pane.choose(3, 100);
            pane.start().fire();
            assertThat(card.complaint()).isEmpty();
            pane.start().fire();
        });
    }

    @Test
    void anAgentCanBeLeftOutButTheLastOne() {
        Offscreen.run(() -> {
            add("random");
            pane.contestants().cards().getFirst().remove().fire();
            assertThat(pane.contestants().cards()).hasSize(1);
            assertThat(pane.contestants().cards().getFirst().contestant().type().name()).isEqualTo("random");
            assertThat(pane.contestants().cards().getFirst().remove().isDisabled()).isTrue();
        });
    }

    @Test
    void cancellingStopsAtOnceWithoutAVerdict() {
        Offscreen.run(() -> {
            add("ppo");
            pane.choose(30, 150_000);
            pane.start().fire();
            pane.start().fire();
            assertThat(pane.start().getText()).isEqualTo("Compare");
            assertThat(pane.verdict()).startsWith("Called off after 0 of 60 runs. No verdict");
        });
    }

    @Test
    void aNewSeedKeepsWhoTakesPartAndAnotherAgentOnTheStageDoesNot() {
        Offscreen.run(() -> {
            add("random");
            pane.show(RealRuns.frame("environment: {preset: linear-track}\nagent: {type: q-learning}\nseed: 77"));
            assertThat(pane.contestants().cards()).hasSize(2);
            show("sarsa");
            assertThat(pane.contestants().cards()).hasSize(1);
        });
    }

    @Test
    void aPlannerIsNotComparedByReturns() {
        Offscreen.run(() -> {
            show("value-iteration");
            assertThat(pane.contestants().isVisible()).isFalse();
        });
    }
}
