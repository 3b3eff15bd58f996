package rewardscope.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rewardscope.env.FiniteMdp;
import rewardscope.env.FiniteMdp.Outcome;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// Small worlds written out as models, for tests of agents.
public final class TestWorlds {
    private TestWorlds() {}

    /// The rat: cells 0 to N−1, `up` is +1, `down` is −1, reward 1 on entering the last, where the episode ends.
    public static FiniteMdp track(int states) {
        var builder = new FiniteMdp.Builder(states, List.of("up", "down"));
        for (int s = 0; s < states - 1; s++) {
            boolean food = s + 1 == states - 1;
            builder.outcome(s, 0, new Outcome(s + 1, 1, food ? 1 : 0, food));
            builder.outcome(s, 1, new Outcome(Math.max(0, s - 1), 1, 0, false));
        }
        return builder.start(0, 1).build();
    }

    /// Left end, A to E, right end as states 0 to 6; one action, left or right with equal chance; reward 1 on leaving
    /// E to the right.
    public static FiniteMdp randomWalk() {
        var builder = new FiniteMdp.Builder(7, List.of("walk"));
        for (int s = 1; s <= 5; s++) {
            builder.outcome(s, 0, new Outcome(s - 1, 0.5, 0, s == 1));
            builder.outcome(s, 0, new Outcome(s + 1, 0.5, s == 5 ? 1 : 0, s == 5));
        }
        return builder.start(3, 1).build();
    }

    /// The random walk along one path that was written down, such as `"CDER"`; the first letter is the start.
    public static FiniteMdp path(String path) {
        String letters = "LABCDER";
        var builder = new FiniteMdp.Builder(7, List.of("left", "right"));
        for (int s = 1; s <= 5; s++) {
            builder.outcome(s, 0, new Outcome(s - 1, 1, 0, s == 1));
            builder.outcome(s, 1, new Outcome(s + 1, 1, s == 5 ? 1 : 0, s == 5));
        }
        return builder.start(letters.indexOf(path.charAt(0)), 1).build();
    }

    /// A grid from rows of characters: `#` wall, `G` ends with +1, `P` ends with −1, `X` pays on the action `exit` that
    /// is the only one there, everything else is free; `S` start.
    public static FiniteMdp grid(double stepReward, double noise, String... rows) {
        int[][] moves = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
        int columns = rows[0].length();
        var builder =
                new FiniteMdp.Builder(rows.length * columns, List.of("up", "right", "down", "left", "exit"));
        var starts = new ArrayList<Integer>();
        for (int s = 0; s < rows.length * columns; s++) {
            char here = at(rows, s);
            if (here == 'S') {
                starts.add(s);
            }
            if (here == 'X') {
                builder.outcome(s, 4, new Outcome(s, 1, 1, true));
            }
            if ("#GPX".indexOf(here) >= 0) {
                continue;
            }
            for (int a = 0; a < 4; a++) {
                for (int turn : noise == 0 ? new int[] {0} : new int[] {0, 1, 3}) {
                    int[] move = moves[(a + turn) % 4];
                    int row = s / columns + move[0];
                    int column = s % columns + move[1];
                    boolean inside = row >= 0 && row < rows.length && column >= 0 && column < columns;
                    int next = inside && rows[row].charAt(column) != '#' ? row * columns + column : s;
                    char there = at(rows, next);
                    double reward = there == 'G' ? 1 : there == 'P' ? -1 : stepReward;
                    double p = turn == 0 ? 1 - noise : noise / 2;
                    builder.outcome(s, a, new Outcome(next, p, reward, there == 'G' || there == 'P'));
                }
            }
        }
        for (int s : starts) {
            builder.start(s, 1.0 / starts.size());
        }
        return builder.build();
    }

    private static char at(String[] rows, int s) {
        return rows[s / rows[0].length()].charAt(s % rows[0].length());
    }

    /// A slippery little world with everything in it: a wall, a pit, a goal, a cell with `exit` alone, two starts.
    public static FiniteMdp littleOfEverything() {
        return grid(-0.04, 0.2, "S..G", ".#.P", "S.X.");
    }

    public static MdpEnvironment environment(FiniteMdp model, int maxSteps, long seed) {
        var names = IntStream.range(0, model.states()).mapToObj(s -> "s" + s).toList();
        var terminal = new boolean[model.states()];
        for (int s = 0; s < terminal.length; s++) {
            terminal[s] = model.terminal(s);
        }
        return new MdpEnvironment(
                model, new Layout.Graph(names, terminal), maxSteps, RandomStream.named(seed, "environment"));
    }

    public static MdpEnvironment environment(FiniteMdp model, long seed) {
        return environment(model, MdpEnvironment.UNLIMITED, seed);
    }
}
