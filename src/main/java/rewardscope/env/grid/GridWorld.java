package rewardscope.env.grid;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.FiniteMdp;
import rewardscope.env.FiniteMdp.Outcome;
import rewardscope.env.Layout;

/// Turns a gridworld's keys into its finite model. States are the cells that are not walls, row by row.
public final class GridWorld {
    private static final String EXIT = "exit";

    private final GridSpec spec;
    private final int rows;
    private final int columns;
    private final int[][] stateAt;
    private final int[] rowOf;
    private final int[] columnOf;
    private final List<Integer> starts;
    private final List<Move> moves;
    private final FiniteMdp model;
    private final Layout.Grid layout;

    /// @param spec without faults
    public GridWorld(GridSpec spec) {
        this.spec = spec;
        rows = spec.layout().size();
        columns = spec.layout().getFirst().length();
        stateAt = new int[rows][columns];
        int states = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                stateAt[r][c] = symbol(r, c) == '#' ? -1 : states++;
            }
        }
        rowOf = new int[states];
        columnOf = new int[states];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (stateAt[r][c] >= 0) {
                    rowOf[stateAt[r][c]] = r;
                    columnOf[stateAt[r][c]] = c;
                }
            }
        }
        moves = Move.first(spec.moves());
        layout = new Layout.Grid(drawnCells(), stateAt, rowOf, columnOf, spec.maze());
        starts = findStarts();
        model = buildModel();
    }

    public FiniteMdp model() {
        return model;
    }

    public Layout.Grid layout() {
        return layout;
    }

    private char symbol(int r, int c) {
        return spec.layout().get(r).charAt(c);
    }

    private CellSpec cell(int state) {
        return spec.cells().getOrDefault(symbol(rowOf[state], columnOf[state]), CellSpec.FREE);
    }

    /// Where episodes start and resets lead: `start-state`, else every `S`, else any cell that one can stand in.
    private List<Integer> findStarts() {
        if (spec.startState().isPresent()) {
            return List.of(layout.stateNamed(spec.startState().get()).orElseThrow());
        }
        var marked = new ArrayList<Integer>();
        var free = new ArrayList<Integer>();
        for (int s = 0; s < rowOf.length; s++) {
            if (symbol(rowOf[s], columnOf[s]) == 'S') {
                marked.add(s);
            }
            if (cell(s).canStart()) {
                free.add(s);
            }
        }
        return marked.isEmpty() ? free : marked;
    }

    private FiniteMdp buildModel() {
        var actionNames = new ArrayList<String>();
        for (Move move : moves) {
            actionNames.add(move.actionName());
        }
        if (spec.layout().stream().anyMatch(row -> row.chars().anyMatch(this::isExit))) {
            actionNames.add(EXIT);
        }
        var builder = new FiniteMdp.Builder(rowOf.length, actionNames);
        for (int s = 0; s < rowOf.length; s++) {
            CellSpec cell = cell(s);
            if (cell.isExit()) {
                builder.outcome(s, moves.size(), new Outcome(s, 1, cell.reward(), true));
            } else if (cell.to().isPresent()) {
                int target = stateOf(cell.to().get());
                double reward = spec.stepReward() + cell.reward();
                for (int a = 0; a < moves.size(); a++) {
                    builder.outcome(s, a, new Outcome(target, 1, reward, cell(target).terminal()));
                }
            } else if (cell.canStart()) {
                for (int a = 0; a < moves.size(); a++) {
                    addMove(builder, s, a);
                }
            }
        }
        for (int start : starts) {
            builder.start(start, 1.0 / starts.size());
        }
        return builder.build();
    }

    private boolean isExit(int symbol) {
        return spec.cells().getOrDefault((char) symbol, CellSpec.FREE).isExit();
    }

    private int stateOf(char symbol) {
        for (int s = 0; s < rowOf.length; s++) {
            if (symbol(rowOf[s], columnOf[s]) == symbol) {
                return s;
            }
        }
        throw new IllegalArgumentException("no cell is marked " + symbol);
    }

    /// The chosen move with probability 1 − noise, either side with noise / 2.
    private void addMove(FiniteMdp.Builder builder, int s, int a) {
        Move move = moves.get(a);
        double noise = move == Move.STAY ? 0 : spec.noise();
        addWinds(builder, s, a, move, 1 - noise);
        addWinds(builder, s, a, move.turned(1), noise / 2);
        addWinds(builder, s, a, move.turned(3), noise / 2);
    }

    private void addWinds(FiniteMdp.Builder builder, int s, int a, Move move, double p) {
        if (p <= 0) {
            return;
        }
        int wind = windy(columnOf[s]) ? spec.wind().get(columnOf[s]) : 0;
        if (wind > 0 && spec.stochasticWind()) {
            for (int gust = -1; gust <= 1; gust++) {
                addLanding(builder, s, a, move, wind + gust, p / 3);
            }
        } else {
            addLanding(builder, s, a, move, wind, p);
        }
    }

    private void addLanding(FiniteMdp.Builder builder, int s, int a, Move move, int wind, double p) {
        int lift = move.rows() > 0 ? Math.min(wind, move.rows()) : 0; // what the wind takes back of a downward move
        int dr = move.rows() - lift;
        int r = rowOf[s];
        int c = columnOf[s];
        boolean bumped = !free(r + dr, c + move.columns());
        if (!bumped) {
            r += dr;
            c += move.columns();
        } else if (windy(c) && (r + dr < 0 || r + dr >= rows) && free(r, c + move.columns())) {
            c += move.columns(); // the edge stops the sum of move and wind upward or downward, not sideways
        }
        for (int gust = wind - lift; gust > 0 && free(r - 1, c); gust--) {
            r--;
        }
        int next = stateAt[r][c];
        double reward = spec.stepReward() + (bumped ? spec.bumpReward() : 0);
        CellSpec entered = next == s ? CellSpec.FREE : cell(next);
        if (entered.collect() == CellSpec.Collect.ENTER && entered.to().isEmpty()) {
            reward += entered.reward();
        }
        if (entered.reset()) {
            for (int start : starts) {
                builder.outcome(s, a, new Outcome(start, p / starts.size(), reward, false));
            }
        } else {
            builder.outcome(s, a, new Outcome(next, p, reward, entered.terminal() && !entered.isExit()));
        }
    }

    private boolean windy(int c) {
        return !spec.wind().isEmpty() && spec.wind().get(c) > 0;
    }

    private boolean free(int r, int c) {
        return r >= 0 && r < rows && c >= 0 && c < columns && stateAt[r][c] >= 0;
    }

    private List<List<Layout.Cell>> drawnCells() {
        var drawn = new ArrayList<List<Layout.Cell>>();
        String start = spec.startState().map(name -> name.replace(" ", "")).orElse("");
        for (int r = 0; r < rows; r++) {
            var row = new ArrayList<Layout.Cell>();
            for (int c = 0; c < columns; c++) {
                char symbol = symbol(r, c);
                CellSpec cell = spec.cells().getOrDefault(symbol, CellSpec.FREE);
                boolean isStart = start.isEmpty() ? symbol == 'S' : start.equals(r + "," + c);
                row.add(new Layout.Cell(symbol, symbol == '#', isStart, cell.ends(), paid(cell)));
            }
            drawn.add(List.copyOf(row));
        }
        return List.copyOf(drawn);
    }

    /// What a learner sees in its equation when the cell pays: a move's own reward counts, too.
    private double paid(CellSpec cell) {
        boolean byMoving = cell.reward() != 0 && cell.collect() == CellSpec.Collect.ENTER;
        return cell.reward() + (byMoving ? spec.stepReward() : 0);
    }
}
