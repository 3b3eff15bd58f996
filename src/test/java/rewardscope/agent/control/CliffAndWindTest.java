package rewardscope.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.Agent;
import rewardscope.agent.Trial;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.Layout;

/// Sutton & Barto's examples 6.5 and 6.6.
class CliffAndWindTest {
    private static Agent learn(String preset, String agent, long seed, int episodes) {
        return Trial.episodes(
                Trial.agent("environment: {preset: " + preset + "}\nagent: {" + agent + "}", seed), episodes);
    }

    private record Walk(double total, int steps, int nearestToCliff) {}

    /// What the greedy policy does in a world where nothing is left to chance.
    private static Walk greedyWalk(Agent agent) {
        var world = (FiniteEnvironment) agent.environment();
        var model = world.model();
        var grid = (Layout.Grid) world.layout();
        double[][] q = Trial.q(agent);
        int s = 0;
        while (model.startProbability(s) == 0) {
            s++;
        }
        double total = 0;
        int lowest = 0;
        for (int step = 1; step <= 200; step++) {
            int best = -1;
            for (int a : model.availableActions(s)) {
                best = best < 0 || q[s][a] > q[s][best] ? a : best;
            }
            int k = model.first(s, best);
            total += model.reward(k);
            s = model.next(k);
            if (model.terminates(k)) {
                return new Walk(total, step, lowest);
            }
            if (grid.columnOf()[s] > 0 && grid.columnOf()[s] < grid.columns() - 1) {
                lowest = Math.max(lowest, grid.rowOf()[s]);
            }
        }
        return new Walk(Double.NEGATIVE_INFINITY, 200, lowest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void qLearningWalksAlongTheEdgeAndSarsaKeepsAway(long seed) {
        String keys = ", alpha: {from: 0.5, decay: 0.999}, gamma: 1, epsilon: 0.1";
        var edge = greedyWalk(learn("cliff-walking", "type: q-learning" + keys, seed, 5000));
        assertThat(edge.total()).isEqualTo(-13);
        assertThat(edge.nearestToCliff()).isEqualTo(2);

        var safe = greedyWalk(learn("cliff-walking", "type: sarsa" + keys, seed, 5000));
        assertThat(safe.total()).isBetween(-21.0, -15.0);
        assertThat(safe.nearestToCliff()).isLessThan(2);
    }

    @Test
    void whileItExploresSarsaEarnsMoreThanQLearningAtTheCliff() {
        String keys = ", alpha: 0.5, gamma: 1, epsilon: 0.1";
        double sarsa = 0;
        double qLearning = 0;
        for (long seed = 1; seed <= 20; seed++) {
            sarsa += earned(learn("cliff-walking", "type: sarsa" + keys, seed, 100));
            qLearning += earned(learn("cliff-walking", "type: q-learning" + keys, seed, 100));
        }
        assertThat(sarsa).isGreaterThan(qLearning + 20 * 400 * 5);
    }

    /// The sum of the returns of the next 400 episodes.
    private static double earned(Agent agent) {
        double sum = 0;
        for (int episode = 0; episode < 400; episode++) {
            sum += Trial.episodes(agent, 1).environment().episode().undiscountedReturn();
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void qLearningFindsTheFifteenStepsThroughTheWind(long seed) {
        String keys = "type: q-learning, alpha: 0.5, gamma: 1, epsilon: 0.1";
        assertThat(greedyWalk(learn("windy", keys, seed, 3000)).steps()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sarsaInTheWindComesToTheMeanLengthOfTheBestExploringPolicy(long seed) {
        var agent = learn(
                "windy", "type: sarsa, alpha: {from: 0.5, decay: 0.9997}, gamma: 1, epsilon: 0.1", seed, 12_000);
        double steps = 0;
        for (int episode = 0; episode < 1000; episode++) {
            steps += Trial.episodes(agent, 1).environment().episode().length() / 1000.0;
        }
        assertThat(steps).isBetween(16.5, 18.2); // the best of all such policies takes 17.05 on average
    }
}
