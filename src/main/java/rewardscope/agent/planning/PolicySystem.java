package rewardscope.agent.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import rewardscope.agent.TabularPolicy;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;

/// The linear system (I − γ P_π) v = r_π of a policy.
final class PolicySystem {
    private final Layout layout;
    private final List<Map<Integer, Double>> rows = new ArrayList<>();
    private final double[] expectedReward;
    private final boolean[] mayEnd;

    PolicySystem(FiniteMdp model, Layout layout, TabularPolicy policy) {
        this.layout = layout;
        expectedReward = new double[model.states()];
        var ends = new boolean[model.states()];
        for (int s = 0; s < model.states(); s++) {
            var row = new TreeMap<Integer, Double>();
            double goesOn = 0;
            for (int a = 0; a < model.actions(); a++) {
                double pi = policy.at(s)[a];
                if (pi > 0) {
                    expectedReward[s] += pi * model.expectedReward(s, a);
                    for (int k = model.first(s, a); k < model.last(s, a); k++) {
                        ends[s] |= model.terminates(k) && model.probability(k) > 0;
                        if (model.continuation(k) > 0) {
                            row.merge(model.next(k), pi * model.continuation(k), Double::sum);
                            goesOn += pi * model.continuation(k);
                        }
                    }
                }
            }
            ends[s] |= goesOn == 0;
            rows.add(row);
        }
        mayEnd = reaching(ends);
    }

    /// P_π(s′|s) with the episode going on, by s′.
    Map<Integer, Double> row(int s) {
        return rows.get(s);
    }

    double expectedReward(int s) {
        return expectedReward[s];
    }

    /// Solves for v.
    ///
    /// @param v modified: the solution
    /// @throws ArithmeticException if γ = 1 and from some state the episode never ends
    void solve(double gamma, double[] v) {
        if (gamma == 1) {
            refuseEndless();
        }
        int n = rows.size();
        var entries = new DMatrixSparseTriplet(n, n, 6 * n);
        for (int s = 0; s < n; s++) {
            entries.addItem(s, s, 1 - gamma * rows.get(s).getOrDefault(s, 0.0));
            for (var successor : rows.get(s).entrySet()) {
                if (successor.getKey() != s) {
                    entries.addItem(s, successor.getKey(), -gamma * successor.getValue());
                }
            }
        }
        DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
        var solver = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
        var solution = new DMatrixRMaj(n, 1);
        if (!solver.setA(matrix)) {
            throw new ArithmeticException("the Bellman equations of this policy have no single solution");
        }
        solver.solve(new DMatrixRMaj(n, 1, true, expectedReward.clone()), solution);
        System.arraycopy(solution.data, 0, v, 0, n);
    }

    private void refuseEndless() {
        String endless = IntStream.range(0, mayEnd.length)
                .filter(s -> !mayEnd[s])
                .limit(5)
                .mapToObj(layout::stateName)
                .collect(Collectors.joining("; "));
        if (!endless.isEmpty()) {
            throw new ArithmeticException("with gamma = 1 this policy has no finite values: an episode that reaches "
                    + endless + " never ends under it; take gamma < 1, or another policy");
        }
    }

    /// From which states one of the marked states can be reached.
    private boolean[] reaching(boolean[] marked) {
        boolean[] reaching = marked.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int s = 0; s < reaching.length; s++) {
                if (!reaching[s] && rows.get(s).keySet().stream().anyMatch(next -> reaching[next])) {
                    reaching[s] = true;
                    changed = true;
                }
            }
        }
        return reaching;
    }
}
