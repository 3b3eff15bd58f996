package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyframesTest {
    private static final int MOST = 64;

    private final Simulation simulation = new Simulation(Corridor.qLearning(1));

    private Keyframes after(int acts) {
        var keyframes = new Keyframes(MOST);
        keyframes.add(simulation);
        while (simulation.acts() < acts) {
            simulation.advance();
            if (keyframes.due(simulation.acts())) {
                keyframes.add(simulation);
            }
        }
        return keyframes;
    }

    @Test
    void aLongRunKeepsAsManyKeyframesAsAShortOne() {
        assertThat(after(64 * 10 * MOST).count()).isEqualTo(MOST);
        assertThat(after(64 * 100 * MOST).count()).isEqualTo(MOST);
    }

    @Test
    void noPartOfALongPastIsMuchFurtherAwayThanAnother() {
        var keyframes = after(64 * 100 * MOST);
        assertThat(keyframes.widest()).isLessThan(4 * simulation.acts() / MOST);
        assertThat(keyframes.before(0).getKey()).isZero();
        assertThat(keyframes.before(simulation.acts()).getKey()).isEqualTo(simulation.acts());
    }

    @Test
    void whatIsForgottenNoLongerTakesMemory() {
        var keyframes = after(64 * 10 * MOST);
        keyframes.forgetAfter(0);
        assertThat(keyframes.count()).isEqualTo(1);
        assertThat(keyframes.bytes()).isEqualTo(keyframes.before(0).getValue().size());
    }

    @Test
    void aForkThatIsCutShortGoesOnThinning() {
        var keyframes = after(64 * 10 * MOST).fork(64 * MOST);
        for (int i = 0; i < 64 * 10 * MOST; i++) {
            simulation.advance();
            if (keyframes.due(simulation.acts())) {
                keyframes.add(simulation);
            }
        }
        assertThat(keyframes.count()).isEqualTo(MOST);
    }
}
