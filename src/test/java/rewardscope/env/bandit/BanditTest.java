package rewardscope.env.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class BanditTest {
    private static BanditEnvironment make(BanditSpec spec, long seed) {
        return spec.create(RandomStream.named(seed, "environment"));
    }

    @Test
    void aSeedIsAProblem() {
        assertThat(make(BanditSpec.of(10), 4).means()).containsExactly(make(BanditSpec.of(10), 4).means());
        assertThat(make(BanditSpec.of(10), 4).means()).isNotEqualTo(make(BanditSpec.of(10), 5).means());
    }

    /// The expected largest of ten draws from N(0, 1) is 1.5388; the standard error over 4,000 problems is 0.0093.
    @Test
    void theBestOfTenDrawnArmsIsWorthAboutOneAndAHalf() {
        double sum = 0;
        int problems = 4000;
        for (int seed = 0; seed < problems; seed++) {
            var bandit = make(BanditSpec.of(10), seed);
            sum += bandit.mean(bandit.bestArm());
        }
        assertThat(sum / problems).isEqualTo(1.538753, within(4 * 0.0093));
    }

    @Test
    void rewardsScatterAroundTheMeanWithTheGivenDeviation() {
        var bandit = make(new BanditSpec(2, BanditSpec.Rewards.GAUSSIAN, List.of(3.0, -1.0), 0, 2, 0, 1_000_000), 1);
        int pulls = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pulls; i++) {
            double reward = bandit.pull(0);
            sum += reward;
            squares += (reward - 3) * (reward - 3);
        }
        assertThat(sum / pulls).isEqualTo(3, within(4 * 2 / Math.sqrt(pulls)));
        assertThat(Math.sqrt(squares / pulls)).isEqualTo(2, within(4 * 2 / Math.sqrt(2.0 * pulls)));
    }

    @Test
    void withoutDeviationAnArmPaysItsMean() {
        var bandit = make(new BanditSpec(2, BanditSpec.Rewards.GAUSSIAN, List.of(3.0, -1.0), 0, 0, 0, 10), 1);
        assertThat(bandit.pull(0)).isEqualTo(3);
        assertThat(bandit.pull(1)).isEqualTo(-1);
        assertThat(bandit.episode().undiscountedReturn()).isEqualTo(2);
        assertThat(bandit.optimal(0)).isTrue();
        assertThat(bandit.optimal(1)).isFalse();
    }

    @Test
    void aBernoulliArmPaysOneAsOftenAsItsMeanSays() {
        var spec = new BanditSpec(
                1, BanditSpec.Rewards.BERNOULLI, List.of(0.3), 0, 1, 0, MdpEnvironment.UNLIMITED);
        var bandit = make(spec, 1);
        int wins = 0;
        int pulls = 20_000;
        for (int i = 0; i < pulls; i++) {
            double reward = bandit.pull(0);
            assertThat(reward == 0 || reward == 1).isTrue();
            wins += (int) reward;
        }
        assertThat(wins / (double) pulls).isEqualTo(0.3, within(4 * Math.sqrt(0.21 / pulls)));
    }

    /// After t pulls a walking mean has moved by N(0, t · drift²).
    @Test
    void driftIsARandomWalkOfEveryMean() {
        double squares = 0;
        int walks = 400;
        for (int seed = 0; seed < walks; seed++) {
            var bandit = make(
                    new BanditSpec(2, BanditSpec.Rewards.GAUSSIAN, List.of(0.0, 0.0), 0, 1, 0.01, 1000), seed);
            for (int i = 0; i < 100; i++) {
                bandit.pull(0);
            }
            squares += bandit.mean(1) * bandit.mean(1);
        }
        assertThat(squares / walks).isEqualTo(100 * 0.01 * 0.01, within(4 * 0.01 * Math.sqrt(2.0 / walks)));
    }

    @Test
    void aRestoredBanditPaysAndDriftsAsBefore() {
        var bandit = make(new BanditSpec(5, BanditSpec.Rewards.GAUSSIAN, List.of(), 4, 1, 0.5, 100), 9);
        for (int i = 0; i < 20; i++) {
            bandit.pull(i % 5);
        }
        var snapshot = Snapshot.of(bandit);
        double first = bandit.pull(2);
        var means = bandit.means();
        snapshot.restore(bandit);
        assertThat(bandit.pull(2)).isEqualTo(first);
        assertThat(bandit.means()).containsExactly(means);
    }

    @Test
    void theStepLimitTruncates() {
        var bandit = make(new BanditSpec(2, BanditSpec.Rewards.GAUSSIAN, List.of(1.0, 2.0), 0, 0, 0, 2), 1);
        bandit.pull(1);
        assertThat(bandit.needsReset()).isFalse();
        bandit.pull(1);
        assertThat(bandit.episode().truncated()).isTrue();
        assertThat(bandit.needsReset()).isTrue();
        bandit.reset();
        assertThat(bandit.pull(1)).isEqualTo(2);
    }

    @Test
    void faultsAreFound() {
        var spec = new BanditSpec(3, BanditSpec.Rewards.BERNOULLI, List.of(0.5, 1.5), 0, -1, -1, 0);
        assertThat(spec.faults())
                .extracting(Fault::path)
                .containsExactly(
                        List.of("means"),
                        List.of("means", "1"),
                        List.of("std"),
                        List.of("drift"),
                        List.of("max-steps"));
    }
}
