package rewardscope.env.maze;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Episode;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;
import rewardscope.env.grid.Move;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// The rat anywhere in the corridors of a maze.
public final class ContinuousMaze implements VectorEnvironment {
    private static final double STOPPED = 1e-12;

    private final ContinuousMazeSpec spec;
    private final GridSpec grid;
    private final MazePlan plan;
    private final RandomStream random;
    private final List<Move> moves;
    private final ActionSpace actions;
    private final double stepInCells;

    // in cells from the left and from the bottom
    private double x;
    private double y;
    private boolean needsReset = true;
    private double undiscountedReturn;
    private int length;
    private boolean terminated;
    private boolean truncated;

    /// @param spec without faults
    ContinuousMaze(ContinuousMazeSpec spec, RandomStream random) {
        this.spec = spec;
        this.random = random;
        grid = spec.grid();
        plan = new MazePlan(grid);
        moves = Move.first(grid.moves());
        actions = new ActionSpace.Discrete(moves.stream().map(Move::actionName).toList());
        stepInCells = spec.step() * plan.side();
        var first = plan.starts().getFirst();
        x = first[0];
        y = first[1];
    }

    /// The description that it was made from; its layout is what can be drawn beneath the rat.
    public ContinuousMazeSpec spec() {
        return spec;
    }

    @Override
    public List<String> observationNames() {
        return List.of("x", "y");
    }

    @Override
    public List<Range> observationRanges() {
        double side = plan.side();
        return List.of(new Range(0, plan.columns() / side), new Range(0, plan.rows() / side));
    }

    @Override
    public ActionSpace actionSpace() {
        return actions;
    }

    @Override
    public Scene scene() {
        return new Scene.Maze(plan.cells(), x, plan.rows() - y);
    }

    @Override
    public Optional<Plane> plane() {
        double side = plan.side();
        return Optional.of(new Floor(plan.columns() / side, plan.rows() / side));
    }

    /// The floor from above.
    private record Floor(double width, double height) implements Plane {
        @Override
        public Axis across() {
            return new Axis("x", 0, width);
        }

        @Override
        public Axis up() {
            return new Axis("y", 0, height);
        }

        @Override
        public double[] observationAt(double across, double up) {
            return new double[] {across, up};
        }

        @Override
        public double[] place(double[] observation) {
            return observation.clone();
        }
    }

    @Override
    public double[] observation() {
        return new double[] {x / plan.side(), y / plan.side()};
    }

    @Override
    public double[] reset() {
        putAtStart();
        needsReset = false;
        undiscountedReturn = 0;
        length = 0;
        terminated = false;
        truncated = false;
        return observation();
    }

    private void putAtStart() {
        if (!spec.startState().isEmpty()) {
            x = spec.startState().get(0) * plan.side();
            y = spec.startState().get(1) * plan.side();
            return;
        }
        var starts = plan.starts();
        var start = starts.get(starts.size() == 1 ? 0 : random.below(starts.size()));
        x = start[0];
        y = start[1];
    }

    @Override
    public Outcome step(double[] action) {
        return step((int) action[0]);
    }

    @Override
    public Outcome step(int action) {
        if (needsReset) {
            throw new IllegalStateException("reset must come before step");
        }
        CellSpec left = plan.cell(x, y);
        double reward = grid.stepReward();
        if (left.to().isPresent()) {
            reward += left.reward();
            var target = plan.middleOf(left.to().get());
            x = target[0];
            y = target[1];
            terminated = plan.cell(x, y).terminal();
        } else {
            reward += move(slipped(moves.get(action)));
        }
        undiscountedReturn += reward;
        length++;
        truncated = !terminated && length >= grid.maxSteps();
        needsReset = terminated || truncated;
        return new Outcome(observation(), reward, terminated, truncated);
    }

    private Move slipped(Move move) {
        if (grid.noise() == 0) {
            return move;
        }
        double u = random.uniform();
        return u >= grid.noise() ? move : move.turned(u < grid.noise() / 2 ? 1 : 3);
    }

    /// Goes sideways, then up or down, each until a wall; returns what that pays besides the step reward.
    private double move(Move move) {
        int cellBefore = plan.cellNumber(x, y);
        double length = move.isDiagonal() ? stepInCells / Math.sqrt(2) : stepInCells;
        boolean bumped = false;
        if (move.columns() != 0) {
            double reach = plan.reach(x, y, move.columns(), 0, length);
            x += move.columns() * reach;
            bumped = reach < length - STOPPED;
        }
        if (move.rows() != 0) {
            double reach = plan.reach(x, y, 0, -move.rows(), length);
            y -= move.rows() * reach;
            bumped |= reach < length - STOPPED;
        }
        double reward = bumped ? grid.bumpReward() : 0;
        if (plan.cellNumber(x, y) != cellBefore) {
            CellSpec entered = plan.cell(x, y);
            reward += entered.to().isEmpty() ? entered.reward() : 0;
            terminated = entered.terminal();
            if (entered.reset()) {
                putAtStart();
            }
        }
        return reward;
    }

    @Override
    public Episode episode() {
        return new Episode(undiscountedReturn, length, terminated, truncated);
    }

    @Override
    public boolean needsReset() {
        return needsReset;
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        x = state.number("x", x);
        y = state.number("y", y);
        needsReset = state.flag("needsReset", needsReset);
        undiscountedReturn = state.number("return", undiscountedReturn);
        length = state.integer("length", length);
        terminated = state.flag("terminated", terminated);
        truncated = state.flag("truncated", truncated);
    }
}
