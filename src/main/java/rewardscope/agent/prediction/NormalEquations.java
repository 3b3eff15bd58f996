package rewardscope.agent.prediction;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import rewardscope.agent.ParameterSpec;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// A linear system A v = b gathered from experience, with one unknown a state.
///
/// A little ridge η pulls every value towards what it was at the start, which alone decides where nothing was seen:
/// (A + η I) v = b + η v_0.
public final class NormalEquations implements Stateful {
    static final ParameterSpec.Number RIDGE = new ParameterSpec.Number(
            "ridge", 1e-9, 1e-300, 1e9,
            "How strongly values are held to `initial`, which alone decides where nothing is seen");

    /// A square of more states than this would not fit.
    private static final int LIMIT = 4000;

    private final DMatrixRMaj a;
    private final DMatrixRMaj b;

    /// @param initial v_0
    NormalEquations(double ridge, double[] initial) {
        int n = initial.length;
        if (n > LIMIT) {
            throw new IllegalArgumentException("least squares keeps a square of all states, and " + n
                    + " are too many (at most " + LIMIT + "): `td-prediction` needs one number a state");
        }
        a = CommonOps_DDRM.identity(n);
        CommonOps_DDRM.scale(ridge, a);
        b = new DMatrixRMaj(n, 1);
        for (int s = 0; s < n; s++) {
            b.set(s, 0, ridge * initial[s]);
        }
    }

    /// A number of one row, and the value that it multiplies.
    public record Coefficient(int nextState, double a, double v) {}

    double a(int row, int column) {
        return a.get(row, column);
    }

    void addToA(int row, int column, double x) {
        a.add(row, column, x);
    }

    double b(int row) {
        return b.get(row, 0);
    }

    void addToB(int row, double x) {
        b.add(row, 0, x);
    }

    /// @param v modified: the solution
    void solve(double[] v) {
        var solution = new DMatrixRMaj(v.length, 1);
        var solver = LinearSolverFactory_DDRM.lu(v.length);
        if (!solver.setA(a.copy())) {
            throw new ArithmeticException(
                    "the equations gathered so far have no single solution: take gamma < 1, or a larger `ridge`");
        }
        solver.solve(b, solution);
        System.arraycopy(solution.data, 0, v, 0, v.length);
    }

    /// The numbers of one row that are not zero.
    List<Coefficient> row(int s, double[] v) {
        var row = new ArrayList<Coefficient>();
        for (int next = 0; next < v.length; next++) {
            if (a.get(s, next) != 0) {
                row.add(new Coefficient(next, a.get(s, next), v[next]));
            }
        }
        return List.copyOf(row);
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("a", a.data);
        state.numbers("b", b.data);
    }
}
