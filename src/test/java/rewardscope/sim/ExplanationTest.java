package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rewardscope.agent.StepEvent.Place;

class ExplanationTest {
    private static Timeline run(String yaml, int acts) {
        var timeline = new Timeline(ExperimentReader.read(Path.of("test.yaml"), yaml).experiment().orElseThrow());
        for (int i = 0; i < acts; i++) {
            timeline.advance();
        }
        return timeline;
    }

    @Test
    void anEntryThatNoUpdateWroteHasItsInitialValue() {
        var track = run("environment: {type: linear-track}\nagent: {type: q-learning, initial: 0.5}", 1);
        assertThat(track.explain(new Place(4, 0), 1000)).isEqualTo(new Explanation.Untouched(new Place(4, 0), 0.5));
    }

    @Test
    void whatWasNotFoundInTheActsLookedThroughIsNotCalledUntouched() {
        var track = run("environment: {type: linear-track}\nagent: {type: q-learning}", 400);
        var last = (Explanation.Changed) track.explain(new Place(4, 0), 1000);
        long after = track.now() - last.act();
        assertThat(after).isPositive();
        assertThat(track.explain(new Place(4, 0), after))
                .isEqualTo(new Explanation.Unchanged(new Place(4, 0), last.act() + 1));
    }

    @Test
    void aValueWorkedOutFromSharedWeightsIsNotCalledUntouched() {
        var world = run("environment: {type: linear-track}\nagent: {type: dqn, warm-up: 10, batch: 4}", 60);
        boolean derived = false;
        for (int s = 0; s < 5; s++) {
            derived |= world.explain(new Place(s, 1), 1000) instanceof Explanation.Derived;
        }
        assertThat(derived).isTrue();
    }
}
