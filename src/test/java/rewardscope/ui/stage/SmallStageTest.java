package rewardscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThatCode;

import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.ui.Offscreen;
import rewardscope.ui.Pointing;
import rewardscope.ui.RealRuns;
import rewardscope.ui.theme.Palette;

/// A window may be made as low and as narrow as its user likes: what has no room is left out, nothing fails.
class SmallStageTest {
    private static final double[] SIZES = {4, 9, 25, 60, 90, 130, 300};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment: {type: bandit, arms: 3}\nagent: {type: ucb}",
                "environment: {preset: cliff-walking}\nagent: {type: q-learning}",
                "environment: {preset: t-maze}\nagent: {type: sarsa-lambda}",
                "environment: {preset: linear-track}\nagent: {type: q-learning}",
                "environment: {type: linear-track, continuous: true}\nagent: {type: linear-q}",
                "environment: {preset: baird}\nagent: {type: off-policy-td}",
                "environment: {preset: gambler}\nagent: {type: value-iteration}",
                "environment: {type: cart-pole}\nagent: {type: ppo, hidden: [8]}",
                "environment: {type: pendulum}\nagent: {type: ppo, hidden: [8]}",
                "environment: {type: inverted-pendulum}\nagent: {type: random}"
            })
    void everyWorldIsDrawnOnAStageOfAnySize(String experiment) {
        var frame = RealRuns.frame(experiment, RealRuns.acts(12));
        Offscreen.run(() -> {
            var pane = new StagePane(new Pointing(), _ -> {});
            pane.setReducedMotion(true);
            Scene scene = Offscreen.scene(pane.node(), 700, 400, Palette.LIGHT);
            pane.show(frame);
            Offscreen.layout(scene);
            var view = pane.firstView();
            for (double width : SIZES) {
                for (double height : SIZES) {
                    view.resize(width, height);
                    assertThatCode(view::draw).as("%s by %s", width, height).doesNotThrowAnyException();
                }
            }
        });
    }
}
