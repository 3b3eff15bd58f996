package rewardscope.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// Steps of Q-learning and sweeps of value iteration, with the loop over arrays that one would write by hand beside
/// each. `main` runs them in turn, several rounds; the ratio within a round is what counts.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TabularBenchmark {
    private static final int STEPS = 100_000;
    private static final int LEARNING_SIZE = 11;
    private static final int PLANNING_SIZE = 101;
    private static final int ACTIONS = 4;

    private Agent qLearning;
    private Agent valueIteration;
    private HandWrittenQLearning byHand;
    private HandWrittenValueIteration sweepByHand;

    @Setup
    public void setUp() {
        qLearning = agent(QLearning.TYPE, grid(LEARNING_SIZE, 0));
        byHand = new HandWrittenQLearning(grid(LEARNING_SIZE, 0));
        valueIteration = agent(ValueIteration.TYPE, grid(PLANNING_SIZE, 0.2));
        sweepByHand = new HandWrittenValueIteration(grid(PLANNING_SIZE, 0.2));
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Agent qLearning() {
        for (int i = 0; i < STEPS; i++) {
            qLearning.advance();
        }
        return qLearning;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double qLearningByHand() {
        return byHand.run(STEPS);
    }

    @Benchmark
    public Agent valueIteration() {
        for (int i = 0; i < PLANNING_SIZE * PLANNING_SIZE - 1; i++) {
            valueIteration.advance();
        }
        return valueIteration;
    }

    @Benchmark
    public double valueIterationByHand() {
        return sweepByHand.sweep();
    }

    private static Agent agent(AgentType type, FiniteMdp model) {
        int states = model.states();
        var layout = new Layout.Track(states, new boolean[states], states - 1);
        var environment =
                new MdpEnvironment(model, layout, MdpEnvironment.UNLIMITED, RandomStream.named(1, "environment"));
        return type.create().apply(new AgentSettings(type, environment, Map.of(), 1));
    }

    /// A square without walls: start in the first cell, a reward of 1 and the end in the last.
    private static FiniteMdp grid(int size, double noise) {
        int[][] moves = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
        var builder = new FiniteMdp.Builder(size * size, List.of("up", "right", "down", "left"));
        int goal = size * size - 1;
        for (int s = 0; s < goal; s++) {
            for (int a = 0; a < ACTIONS; a++) {
                for (int turn : noise == 0 ? new int[] {0} : new int[] {0, 1, 3}) {
                    int[] move = moves[(a + turn) % ACTIONS];
                    int row = Math.clamp(s / size + move[0], 0, size - 1);
                    int column = Math.clamp(s % size + move[1], 0, size - 1);
                    int next = row * size + column;
                    double p = turn == 0 ? 1 - noise : noise / 2;
                    builder.outcome(s, a, new FiniteMdp.Outcome(next, p, next == goal ? 1 : 0, next == goal));
                }
            }
        }
        return builder.start(0, 1).build();
    }

    /// Flat arrays, a generator of the JDK, the first of several best actions.
    private static final class HandWrittenQLearning {
        private final int[] next;
        private final double[] reward;
        private final boolean[] ends;
        private final double[] q;
        private final RandomGenerator random =
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
        private int state;

        HandWrittenQLearning(FiniteMdp model) {
            int pairs = model.states() * ACTIONS;
            next = new int[pairs];
            reward = new double[pairs];
            ends = new boolean[pairs];
            q = new double[pairs];
            for (int s = 0; s < model.states() - 1; s++) {
                for (int a = 0; a < ACTIONS; a++) {
                    int k = model.first(s, a);
                    next[s * ACTIONS + a] = model.next(k);
                    reward[s * ACTIONS + a] = model.reward(k);
                    ends[s * ACTIONS + a] = model.terminates(k);
                }
            }
        }

        double run(int steps) {
            int s = state;
            for (int i = 0; i < steps; i++) {
                int a = 0;
                int row = s * ACTIONS;
                if (random.nextDouble() < 0.1) {
                    a = random.nextInt(ACTIONS);
                } else {
                    for (int b = 1; b < ACTIONS; b++) {
                        if (q[row + b] > q[row + a]) {
                            a = b;
                        }
                    }
                }
                int pair = row + a;
                double target = reward[pair];
                int sNext = next[pair];
                if (!ends[pair]) {
                    int rowNext = sNext * ACTIONS;
                    double best = q[rowNext];
                    for (int b = 1; b < ACTIONS; b++) {
                        best = Math.max(best, q[rowNext + b]);
                    }
                    target += 0.9 * best;
                }
                q[pair] += 0.1 * (target - q[pair]);
                s = ends[pair] ? 0 : sNext;
            }
            state = s;
            return q[0];
        }
    }

    /// The transition table as flat arrays, one loop.
    private static final class HandWrittenValueIteration {
        private final int states;
        private final int[] offset;
        private final int[] next;
        private final double[] probability;
        private final double[] reward;
        private double[] v;
        private double[] vNew;

        HandWrittenValueIteration(FiniteMdp model) {
            states = model.states();
            offset = new int[states * ACTIONS + 1];
            int outcomes = model.last(states - 1, ACTIONS - 1);
            next = new int[outcomes];
            probability = new double[outcomes];
            reward = new double[outcomes];
            for (int pair = 0; pair < states * ACTIONS; pair++) {
                offset[pair] = model.first(pair / ACTIONS, pair % ACTIONS);
            }
            offset[states * ACTIONS] = outcomes;
            for (int k = 0; k < outcomes; k++) {
                next[k] = model.next(k);
                probability[k] = model.probability(k);
                reward[k] = model.reward(k);
            }
            v = new double[states];
            vNew = new double[states];
        }

        double sweep() {
            double maxChange = 0;
            for (int s = 0; s < states - 1; s++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int a = 0; a < ACTIONS; a++) {
                    double sum = 0;
                    for (int k = offset[s * ACTIONS + a]; k < offset[s * ACTIONS + a + 1]; k++) {
                        sum += probability[k] * (reward[k] + 0.9 * v[next[k]]);
                    }
                    best = Math.max(best, sum);
                }
                maxChange = Math.max(maxChange, Math.abs(best - v[s]));
                vNew[s] = best;
            }
            double[] finished = vNew;
            vNew = v;
            v = finished;
            return maxChange;
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        for (int round = 0; round < 3; round++) {
            new Runner(new OptionsBuilder().include(TabularBenchmark.class.getName()).build()).run();
        }
    }
}
