package rewardscope.agent.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Schedule;
import rewardscope.env.language.LanguageSpec;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;
import rewardscope.nn.TrainingStopped;

class NextTokenTest {
    private static final String TEXT = "the rat runs up the track. the cat sits on the mat. the owl hunts at night. ";
    private static final Map<String, Object> SMALL = Map.of("context", 16, "batch", 8);

    private static NextToken agent(long seed, Map<String, Object> values) {
        var text = new LanguageSpec(TEXT.repeat(5), "the ").create(RandomStream.named(seed, "environment"));
        return new NextToken(new AgentSettings(NextToken.TYPE, text, values, seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLossBeginsAtTheLogarithmOfTheVocabularyAndLosesTwoNatsInAHundredUpdates(long seed) {
        var agent = agent(seed, SMALL);
        agent.advance();
        double first = agent.event().loss();
        double characters = TEXT.chars().distinct().count();
        assertThat(first).isCloseTo(Math.log(characters), within(0.05));
        for (int update = 2; update <= 100; update++) {
            agent.advance();
        }
        assertThat(agent.event().loss()).isLessThan(first - 2);
        assertThat(agent.event().tokensSeen()).isEqualTo(100 * 8 * 16);
    }

    @Test
    void lookingLeavesTheRunAlone() {
        var watched = agent(4, SMALL);
        var unwatched = agent(4, SMALL);
        for (int update = 0; update < 10; update++) {
            watched.look();
            watched.advance();
            watched.look();
            unwatched.advance();
            assertThat(watched.event()).isEqualTo(unwatched.event());
        }
        assertThat(Snapshot.of(watched)).isEqualTo(Snapshot.of(unwatched));
    }

    @Test
    void aRestoredRunLooksTheSameAgainAndTakesTheSameNextStep() {
        var agent = agent(5, SMALL);
        for (int update = 0; update < 10; update++) {
            agent.advance();
        }
        var saved = Snapshot.of(agent);
        String sample = agent.look().sample();
        agent.advance();
        var eleventh = agent.event();
        saved.restore(agent);
        assertThat(agent.look().sample()).isEqualTo(sample);
        agent.advance();
        assertThat(agent.event()).isEqualTo(eleventh);
    }

    @Test
    void nobodyLooksAtTheFutureAndTheWeightsOfEachRowSumToOne() {
        var agent = agent(6, SMALL);
        agent.advance();
        assertThat(agent.look().attention()).hasNumberOfRows(2);
        for (double[][][] layer : agent.look().attention()) {
            for (double[][] head : layer) {
                for (int i = 0; i < head.length; i++) {
                    assertThat(Arrays.stream(head[i]).sum()).isCloseTo(1, within(1e-5));
                    assertThat(Arrays.stream(head[i]).skip(i + 1)).allMatch(weight -> weight == 0);
                }
            }
        }
    }

    @Test
    void whatIsGivenToTheNextTokenOfThePromptIsItsProbabilityAmongTheLikeliest() {
        var agent = agent(6, SMALL);
        for (int update = 0; update < 60; update++) {
            agent.advance();
        }
        var look = agent.look();
        assertThat(look.prompt()).containsExactly("t", "h", "e", " ");
        assertThat(look.promptProbability()[0]).isNaN();
        var afterTh = look.next().get(1).getFirst();
        assertThat(afterTh.token()).isEqualTo("e");
        assertThat(look.promptProbability()[2]).isEqualTo(afterTh.probability());
    }

    @Test
    void weightsThatAreNoLongerNumbersAreSaidRatherThanDrawn() {
        var agent = agent(7, SMALL);
        agent.hyperparameters().change("learning-rate", new Schedule.Constant(Double.POSITIVE_INFINITY));
        agent.advance();
        assertThat(agent.look().trouble().orElseThrow()).isEqualTo(
                "The numbers in wte are no longer finite: there is nothing to see.");
    }

    @Test
    void aLearningRateThatIsNotANumberStopsTheRunAndNamesTheStep() {
        var agent = agent(7, SMALL);
        agent.advance();
        agent.hyperparameters().change("learning-rate", new Schedule.Constant(Double.POSITIVE_INFINITY));
        agent.advance();
        assertThatThrownBy(agent::advance).isInstanceOf(TrainingStopped.class).hasMessageContaining("Step 3");
    }
}
