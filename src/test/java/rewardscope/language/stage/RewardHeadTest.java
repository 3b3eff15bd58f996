package rewardscope.language.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rewardscope.language.Worlds;
import rewardscope.language.world.World;

/// How the numbers of a reward model become the reward of an answer.
class RewardHeadTest {
    private static final double[] NUMBERS = {9, 1, 2, 6};

    @Test
    void theMeanLeavesOutWhatStandsBeforeTheAnswer() {
        assertThat(RewardHead.MEAN.prefixes(NUMBERS)).containsExactly(9, 1, 1.5, 3);
        assertThat(RewardHead.LAST.prefixes(NUMBERS)).containsExactly(9, 1, 2, 6);
    }

    @ParameterizedTest
    @EnumSource
    void slopesAreThoseOfTheReward(RewardHead head) {
        World world = Worlds.world("village");
        var rows = new Rows(3, world.longestPrompt() + world.grammar().answerTokens());
        rows.answer(0, world.prompts().getFirst(), world.ended("the cat eats fish ."));
        rows.answer(1, world.prompts().getLast(), world.ended("i will not help with that ."));
        rows.answer(2, world.prompts().get(7), world.ended("i do not know ."));
        var scalars = new double[rows.B * rows.T];
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = Math.sin(i);
        }
        for (int row = 0; row < rows.B; row++) {
            double before = head.of(scalars, rows, row);
            var slope = new double[scalars.length];
            head.addSlope(1, rows, row, slope);
            for (int i = 0; i < scalars.length; i++) {
                var moved = scalars.clone();
                moved[i] += 1;
                assertThat(slope[i]).isCloseTo(head.of(moved, rows, row) - before, within(1e-12));
            }
        }
    }
}
