package rewardscope.ui.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rewardscope.env.FiniteMdp;

/// Where the states of a graph lie, in a unit square: a chain in one line, a few layers from the start where the graph
/// has a direction, else a circle.
///
/// @param x by state, 0 to 1
/// @param y by state, 0 to 1
/// @param across how many nodes lie side by side
/// @param down how many nodes lie above each other
record GraphLayout(double[] x, double[] y, int across, int down) {
    /// A longer chain goes back and forth in several lines.
    private static final int LONGEST_LINE = 11;


    static GraphLayout of(FiniteMdp model) {
        int n = model.states();
        boolean[][] edge = edges(model);
        int[] chain = chain(edge, n);
        if (chain.length == n && n > 2) {
            return line(chain);
        }
        int[] depth = depths(model, edge);
        int layers = Arrays.stream(depth).max().orElse(0) + 1;
        if (layers >= 3 && forward(edge, depth)) {
            return layered(depth, layers);
        }
        return circle(n);
    }

    private static boolean[][] edges(FiniteMdp model) {
        int n = model.states();
        var edge = new boolean[n][n];
        for (int s = 0; s < n; s++) {
            for (int a = 0; a < model.actions(); a++) {
                for (int k = model.first(s, a); k < model.last(s, a); k++) {
                    edge[s][model.next(k)] |= s != model.next(k);
                }
            }
        }
        return edge;
    }

    private static List<Integer> neighbours(boolean[][] edge, int s) {
        var list = new ArrayList<Integer>();
        for (int t = 0; t < edge.length; t++) {
            if (edge[s][t] || edge[t][s]) {
                list.add(t);
            }
        }
        return list;
    }

    /// The states in a line, if each has at most two neighbours and two have one.
    private static int[] chain(boolean[][] edge, int n) {
        int end = -1;
        for (int s = 0; s < n; s++) {
            int degree = neighbours(edge, s).size();
            if (degree > 2 || degree == 0) {
                return new int[0];
            }
            // Of the two ends, the one that an arrow leads away from, or the one named first that is not the last.
            if (degree == 1 && (end < 0 || leadsUp(edge, s, end))) {
                end = s;
            }
        }
        if (end < 0) {
            return new int[0];
        }
        var order = new ArrayList<Integer>();
        int previous = -1;
        int s = end;
        while (s >= 0) {
            order.add(s);
            int next = -1;
            for (int t : neighbours(edge, s)) {
                next = t != previous ? t : next;
            }
            previous = s;
            s = next;
        }
        return orient(order);
    }

    private static boolean leadsUp(boolean[][] edge, int candidate, int other) {
        return Math.abs(neighbours(edge, candidate).getFirst() - candidate)
                        < Math.abs(neighbours(edge, other).getFirst() - other)
                && candidate < other;
    }

    /// In reading order: most steps go to a higher number.
    private static int[] orient(List<Integer> order) {
        int rising = 0;
        for (int i = 1; i < order.size(); i++) {
            rising += order.get(i) > order.get(i - 1) ? 1 : -1;
        }
        List<Integer> oriented = rising >= 0 ? order : order.reversed();
        return oriented.stream().mapToInt(Integer::intValue).toArray();
    }

    private static GraphLayout line(int[] order) {
        int n = order.length;
        int rows = (n + LONGEST_LINE - 1) / LONGEST_LINE;
        int across = (n + rows - 1) / rows;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i / across;
            int column = row % 2 == 0 ? i % across : across - 1 - i % across;
            x[order[i]] = (column + 0.5) / across;
            y[order[i]] = (row + 0.5) / rows;
        }
        return new GraphLayout(x, y, across, rows);
    }

    /// Steps from the likeliest start, unreachable states last.
    private static int[] depths(FiniteMdp model, boolean[][] edge) {
        int n = model.states();
        var depth = new int[n];
        Arrays.fill(depth, -1);
        var queue = new ArrayDeque<Integer>();
        for (int s = 0; s < n; s++) {
            if (model.startProbability(s) > 0) {
                depth[s] = 0;
                queue.add(s);
            }
        }
        int deepest = 0;
        while (!queue.isEmpty()) {
            int s = queue.remove();
            for (int t = 0; t < n; t++) {
                if (edge[s][t] && depth[t] < 0) {
                    depth[t] = depth[s] + 1;
                    deepest = Math.max(deepest, depth[t]);
                    queue.add(t);
                }
            }
        }
        for (int s = 0; s < n; s++) {
            depth[s] = depth[s] < 0 ? deepest + 1 : depth[s];
        }
        return depth;
    }

    private static boolean forward(boolean[][] edge, int[] depth) {
        int forward = 0;
        int backward = 0;
        for (int s = 0; s < depth.length; s++) {
            for (int t = 0; t < depth.length; t++) {
                forward += edge[s][t] && depth[t] > depth[s] ? 1 : 0;
                backward += edge[s][t] && depth[t] <= depth[s] ? 1 : 0;
            }
        }
        return forward >= 2 * backward;
    }

    private static GraphLayout layered(int[] depth, int layers) {
        int n = depth.length;
        var count = new int[layers];
        for (int d : depth) {
            count[d]++;
        }
        var seen = new int[layers];
        var x = new double[n];
        var y = new double[n];
        for (int s = 0; s < n; s++) {
            int d = depth[s];
            x[s] = (d + 0.5) / layers;
            y[s] = (seen[d] + 0.5) / count[d];
            seen[d]++;
        }
        return new GraphLayout(x, y, layers, Arrays.stream(count).max().orElse(1));
    }

    private static GraphLayout circle(int n) {
        var x = new double[n];
        var y = new double[n];
        if (n == 2) {
            return new GraphLayout(new double[] {0.25, 0.75}, new double[] {0.5, 0.5}, 2, 1);
        }
        for (int s = 0; s < n; s++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * s / n;
            x[s] = 0.5 + 0.38 * Math.cos(angle);
            y[s] = 0.5 + 0.38 * Math.sin(angle);
        }
        int side = (int) Math.max(3, Math.ceil(n / 2.2));
        return new GraphLayout(x, y, side, side);
    }
}
