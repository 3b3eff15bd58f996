package rewardscope.agent.planning;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.FiniteMdp;

/// The terms of a backup, written out for a record.
public final class Backups {
    private Backups() {}

    /// One outcome of an action as it enters a backup.
    ///
    /// @param nextState s′
    /// @param probability p(s′, r | s, a)
    /// @param vNext the value that s′ counts with: 0 if the episode ends
    public record Outcome(
            int nextState, double probability, double reward, double gamma, double vNext, boolean terminates) {
        double contribution() {
            return probability * (reward + gamma * vNext);
        }
    }

    /// The backed-up value of one action: Σ p [r + γ v(s′)].
    public record ActionValue(int action, double value) {}

    /// The outcomes of an action, each with the value that its next state counted with.
    ///
    /// @param v the table read, in which `s` itself may have been overwritten since
    /// @param vOld the value of `s` that the backup read
    public static List<Outcome> outcomes(FiniteMdp model, int s, int a, double gamma, double[] v, double vOld) {
        var list = new ArrayList<Outcome>();
        for (int k = model.first(s, a); k < model.last(s, a); k++) {
            int next = model.next(k);
            double vNext = model.terminates(k) ? 0 : next == s ? vOld : v[next];
            list.add(new Outcome(next, model.probability(k), model.reward(k), gamma, vNext, model.terminates(k)));
        }
        return List.copyOf(list);
    }

    /// The backed-up value of every available action.
    public static List<ActionValue> actionValues(FiniteMdp model, int s, double gamma, double[] v, double vOld) {
        var list = new ArrayList<ActionValue>();
        for (int a : model.availableActions(s)) {
            double value = outcomes(model, s, a, gamma, v, vOld).stream()
                    .mapToDouble(Outcome::contribution)
                    .sum();
            list.add(new ActionValue(a, value));
        }
        return List.copyOf(list);
    }

    /// q(s, a) = Σ p [r + γ v(s′)] for all states and actions, NaN where an action is not available.
    public static double[][] lookAhead(FiniteMdp model, double gamma, double[] v) {
        var q = new double[model.states()][];
        for (int s = 0; s < q.length; s++) {
            q[s] = lookAhead(model, gamma, v, s);
        }
        return q;
    }

    /// q(s, a) for all actions of one state.
    public static double[] lookAhead(FiniteMdp model, double gamma, double[] v, int s) {
        var row = new double[model.actions()];
        for (int a = 0; a < row.length; a++) {
            row[a] = model.available(s, a) ? model.backup(s, a, gamma, v) : Double.NaN;
        }
        return row;
    }

    /// The greedy policy of a row of action values: equal shares for all actions within rounding of the best.
    public static double[] greedyPolicy(double[] row) {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : row) {
            best = Math.max(best, Double.isNaN(value) ? best : value);
        }
        var policy = new double[row.length];
        int ties = 0;
        for (int a = 0; a < row.length; a++) {
            if (row[a] >= best - 1e-9 * Math.max(1, Math.abs(best))) {
                policy[a] = 1;
                ties++;
            }
        }
        for (int a = 0; a < row.length && ties > 0; a++) {
            policy[a] /= ties;
        }
        return policy;
    }
}
