package rewardscope.agent.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.env.track.ContinuousTrackSpec;
import rewardscope.math.RandomStream;
import rewardscope.nn.Oracle;

/// Each rule's arithmetic, pull by pull.
class BanditRulesTest {
    private static final JsonNode VECTORS = Oracle.read("bandits").get("deterministic_unit_vectors");

    private static List<AgentType> rules() {
        return AgentCatalogue.all().stream()
                .filter(type -> type.family() == Family.BANDIT)
                .toList();
    }

    private static AgentSettings settings(Map<String, Object> values) {
        var environment = BanditSpec.of(1).create(RandomStream.named(1, "environment"));
        return new AgentSettings(EpsilonGreedy.TYPE, environment, values, 1);
    }

    @Test
    void theSampleAverageIsTheMeanOfTheRewards() {
        learnsAs(Map.of(), "sample_average_Q_after_each");
    }

    @Test
    void aConstantStepForgets() {
        learnsAs(Map.of("alpha", new Schedule.Constant(0.1)), "constant_alpha_0_1_from_0");
    }

    @Test
    void anOptimisticStartIsDisappointedStepByStep() {
        learnsAs(Map.of("alpha", new Schedule.Constant(0.1), "initial", 5.0), "constant_alpha_0_1_from_5");
    }

    private static void learnsAs(Map<String, Object> values, String expected) {
        var vectors = VECTORS.get("incremental");
        var estimates = Estimates.of(1, settings(values));
        double[] rewards = Oracle.numbers(vectors.get("rewards"));
        double[] q = Oracle.numbers(vectors.get(expected));
        for (int i = 0; i < rewards.length; i++) {
            estimates.update(0, rewards[i]);
            assertThat(estimates.q(0)).isCloseTo(q[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void preferencesFollowTheGradient(Preferences.Baseline baseline) {
        var vectors = VECTORS.get("gradient_3_arms_alpha_0_4");
        var expected = Oracle.matrix(vectors.get(
                switch (baseline) {
                    case PREVIOUS -> "H_after_each_baseline_excluding_current";
                    case CURRENT -> "H_after_each_baseline_including_current";
                    case NONE -> "H_after_each_no_baseline";
                }));
        var pulls = Oracle.matrix(vectors.get("action_reward"));
        var preferences = new Preferences(3, baseline);
        for (int i = 0; i < pulls.length; i++) {
            preferences.choose();
            preferences.update((int) pulls[i][0], pulls[i][1], 0.4);
            assertThat(preferences.h()).containsExactly(expected[i], within(1e-6));
        }
    }

    @Test
    void upperConfidenceBoundsAddTheRootOfLogTimeOverPulls() {
        var vectors = VECTORS.get("ucb");
        double[] q = Oracle.numbers(vectors.get("Q"));
        double[] n = Oracle.numbers(vectors.get("N"));
        double[] scores = Oracle.numbers(vectors.get("scores"));
        for (int arm = 0; arm < q.length; arm++) {
            double score = UpperConfidenceBound.bound(q[arm], vectors.get("c").asDouble(), 10, (int) n[arm]);
            assertThat(score).isCloseTo(scores[arm], within(1e-6));
        }
    }

    @Test
    void ucbPullsEveryArmOnceBeforeAnyTwice() {
        var agent = (UpperConfidenceBound) Trial.agent(UpperConfidenceBound.TYPE, BanditSpec.of(10), Map.of(), 5);
        for (int i = 0; i < 10; i++) {
            agent.advance();
        }
        assertThat(agent.event().arms()).allMatch(arm -> arm.n() == 1);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProbabilitiesOfTheArmsSumToOne(AgentType rule) {
        var agent = (BanditAgent) Trial.agent(rule, BanditSpec.of(6), Map.of(), 2);
        for (int i = 0; i < 30; i++) {
            agent.advance();
            double sum = 0;
            for (double p : agent.policy(0)) {
                assertThat(p).isBetween(0.0, 1.0);
                sum += p;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhyItCannotWorkOnATrack(AgentType rule) {
        var track = ContinuousTrackSpec.DEFAULT.create(RandomStream.named(1, "environment"));
        assertThat(rule.needs().missingIn(track)).hasValueSatisfying(why -> assertThat(why).contains("arms"));
    }

    @Property(tries = 200)
    void softmaxDoesNotChangeWhenAllPreferencesRise(
            @ForAll @Size(5) List<@DoubleRange(min = -20, max = 20) Double> preferences,
            @ForAll @DoubleRange(min = -500, max = 500) double rise) {
        double[] h = preferences.stream().mapToDouble(x -> x).toArray();
        double[] risen = preferences.stream().mapToDouble(x -> x + rise).toArray();
        var pi = new double[h.length];
        var piRisen = new double[h.length];
        BanditAgent.softmax(h, 1, pi);
        BanditAgent.softmax(risen, 1, piRisen);
        assertThat(piRisen).containsExactly(pi, within(1e-9));
    }

    @Test
    void betaDrawsHaveTheMeanAndSpreadOfTheirCounts() {
        var posterior = new Posterior.Beta(1);
        for (int i = 0; i < 7; i++) {
            posterior.update(0, i < 5 ? 1 : 0); // Beta(6, 3)
        }
        var random = RandomStream.named(11, "policy");
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double x = posterior.sample(0, random);
            sum += x;
            squares += x * x;
        }
        double mean = sum / draws;
        double deviation = Math.sqrt(squares / draws - mean * mean);
        assertThat(mean).isCloseTo(6.0 / 9, within(4 * posterior.deviation(0) / Math.sqrt(draws)));
        assertThat(deviation).isCloseTo(posterior.deviation(0), within(0.01 * posterior.deviation(0)));
    }
}
