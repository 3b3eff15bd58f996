package rewardscope.bench;

import java.util.concurrent.TimeUnit;
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
import rewardscope.agent.control.QLearning;
import rewardscope.agent.planning.ValueIteration;
import rewardscope.cli.bench.PlainQLearning;
import rewardscope.cli.bench.PlainValueIteration;
import rewardscope.cli.bench.SquareGrid;

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

    private Agent qLearning;
    private Agent valueIteration;
    private PlainQLearning byHand;
    private PlainQLearning byHandWithTies;
    private PlainValueIteration sweepByHand;

    @Setup
    public void setUp() {
        qLearning = SquareGrid.agent(QLearning.TYPE, SquareGrid.model(LEARNING_SIZE, 0));
        byHand = new PlainQLearning(SquareGrid.model(LEARNING_SIZE, 0));
        byHandWithTies = new PlainQLearning(SquareGrid.model(LEARNING_SIZE, 0), true);
        valueIteration = SquareGrid.agent(ValueIteration.TYPE, SquareGrid.model(PLANNING_SIZE, 0.2));
        sweepByHand = new PlainValueIteration(SquareGrid.model(PLANNING_SIZE, 0.2));
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
    @OperationsPerInvocation(STEPS)
    public double qLearningByHandBreakingTies() {
        return byHandWithTies.run(STEPS);
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

    public static void main(String[] arguments) throws RunnerException {
        for (int round = 0; round < 3; round++) {
            new Runner(new OptionsBuilder().include(TabularBenchmark.class.getName()).build()).run();
        }
    }
}
