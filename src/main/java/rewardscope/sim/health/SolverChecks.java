package rewardscope.sim.health;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rewardscope.sim.ExperimentReader;
import rewardscope.sim.ExperimentRun;
import rewardscope.sim.Results;

/// Solvers whose results are known from elsewhere.
final class SolverChecks {
    private static final String WORLD =
            """
            environment: {preset: aima-4x3}
            agent: {type: policy-evaluation, gamma: 0.9}
            seed: 1
            stop: {sweeps: 400}
            """;
    private static final String TRACK =
            """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 1, gamma: 0.9, epsilon: 1}
            seed: 1
            stop: {episodes: 200}
            """;
    private static final double GAMMA = 0.9;
    private static final int LAST = 5;

    private SolverChecks() {}

    static List<Finding> all() {
        return List.of(
                Finding.of("policy evaluation", SolverChecks::policyEvaluation),
                Finding.of("Q-learning", SolverChecks::qLearning));
    }

    /// v = (I − γP)⁻¹ r by linear solve against 400 sweeps, whose error is below 0.9⁴⁰⁰.
    private static Finding policyEvaluation() {
        double[] exact = values(run(WORLD.replace("policy-evaluation", "exact")));
        return compare("policy evaluation", "the exact solution of the 4×3 world", values(run(WORLD)), exact, 1e-9);
    }

    /// Without chance and with α = 1 the better action's values are γ^(4−s) as soon as every pair was tried in turn.
    private static Finding qLearning() {
        Results results = run(TRACK);
        double[][] q = results.learned().q().orElseThrow();
        double[] got = IntStream.range(0, LAST).mapToDouble(s -> Math.max(q[s][0], q[s][1])).toArray();
        double[] expected = IntStream.range(0, LAST).mapToDouble(s -> Math.pow(GAMMA, LAST - 1 - s)).toArray();
        return compare("Q-learning", "the closed form of the track", got, expected, 1e-12);
    }

    static Finding compare(String subject, String known, double[] got, double[] expected, double tolerance) {
        double apart = got.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < expected.length && i < got.length; i++) {
            double gap = Math.abs(got[i] - expected[i]);
            apart = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(apart, gap);
        }
        String figure = String.format(Locale.ROOT, "%.1e", apart);
        return apart <= tolerance
                ? Finding.well(subject, "agrees with " + known + " to " + figure + ".")
                : Finding.wrong(subject, "differs from " + known + " by " + figure
                        + ": this Java computes wrongly here. Install another build of Java.");
    }

    private static double[] values(Results results) {
        return results.learned().v().orElseThrow();
    }

    private static Results run(String yaml) {
        var checked = ExperimentReader.read(Path.of("self-check.yaml"), yaml);
        return ExperimentRun.run(checked.experiment()
                .orElseThrow(() -> new IllegalStateException(checked.problems().getFirst().text())));
    }
}
