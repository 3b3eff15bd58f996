package rewardscope.agent.planning;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;

/// How far a table of values is from the true values of a policy, which its Bellman equations give.
///
/// √( mean_s (V(s) − v_π(s))² )
///
/// over the states that the policy that is followed can come to, terminal ones left out: the error of Sutton & Barto's
/// figures 6.2, 7.2 and 12.3. For the eye and for comparisons; no learner sees it.
public final class RmsError {
    /// The name of its series.
    public static final String SERIES = "rms-error";

    /// In larger worlds a solution would hold up a run that nobody asked it of.
    private static final int MOST_STATES = 1000;

    private final FiniteEnvironment environment;
    private final Supplier<TabularPolicy> evaluated;
    private final boolean[] counted;
    private final double[] solution;
    private Optional<TabularPolicy> solvedOf = Optional.empty();
    private double solvedFor;

    private RmsError(FiniteEnvironment environment, Supplier<TabularPolicy> evaluated, boolean[] counted) {
        this.environment = environment;
        this.evaluated = evaluated;
        this.counted = counted;
        solution = new double[counted.length];
    }

    /// @param evaluated π, whose values are learned; it may change
    /// @param followed the policy that acts
    /// @return empty where the values are infinite (γ = 1 and no end) or the world is too large to solve on the way
    public static Optional<RmsError> of(
            FiniteEnvironment environment, Supplier<TabularPolicy> evaluated, TabularPolicy followed, double gamma) {
        if (environment.model().states() > MOST_STATES) {
            return Optional.empty();
        }
        var error = new RmsError(environment, evaluated, reachable(environment.model(), followed));
        return gamma < 1 || error.solve(gamma) ? Optional.of(error) : Optional.empty();
    }

    /// The states that can be come to from a start, but for terminal ones.
    private static boolean[] reachable(FiniteMdp model, TabularPolicy followed) {
        var reached = new boolean[model.states()];
        var waiting = new ArrayDeque<Integer>();
        for (int s = 0; s < reached.length; s++) {
            if (model.startProbability(s) > 0) {
                reached[s] = true;
                waiting.add(s);
            }
        }
        while (!waiting.isEmpty()) {
            int s = waiting.remove();
            for (int a = 0; a < model.actions(); a++) {
                if (followed.at(s)[a] > 0) {
                    for (int k = model.first(s, a); k < model.last(s, a); k++) {
                        int next = model.next(k);
                        if (model.probability(k) > 0 && !reached[next]) {
                            reached[next] = true;
                            waiting.add(next);
                        }
                    }
                }
            }
        }
        for (int s = 0; s < reached.length; s++) {
            reached[s] &= !model.terminal(s);
        }
        return reached;
    }

    private boolean solve(double gamma) {
        TabularPolicy policy = evaluated.get();
        if (solvedFor == gamma && solvedOf.filter(last -> last == policy).isPresent()) {
            return true;
        }
        try {
            new PolicySystem(environment.model(), environment.layout(), policy).solve(gamma, solution);
        } catch (ArithmeticException e) {
            return false;
        }
        solvedOf = Optional.of(policy);
        solvedFor = gamma;
        return true;
    }

    /// The error of a table. Where a discount has no solution, the last one that had stands in for it.
    ///
    /// @param v by state, not modified
    public double of(double[] v, double gamma) {
        solve(gamma);
        double sum = 0;
        int n = 0;
        for (int s = 0; s < v.length; s++) {
            if (counted[s]) {
                double error = v[s] - solution[s];
                sum += error * error;
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(sum / n);
    }
}
