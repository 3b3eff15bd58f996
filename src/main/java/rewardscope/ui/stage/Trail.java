package rewardscope.ui.stage;

import java.util.function.IntFunction;

/// The way that the agent went in this episode: a line that fades into the past.
final class Trail {
    private Trail() {}

    static void paint(Brush brush, Picture picture, IntFunction<double[]> center, double cell) {
        var trail = picture.view().trail();
        var palette = picture.palette();
        int n = trail.size();
        double width = Math.clamp(cell * 0.09, 2, 10);
        for (int i = 1; i < n; i++) {
            double[] from = jitter(center.apply(trail.get(i - 1)), i - 1, cell);
            double[] to = jitter(center.apply(trail.get(i)), i, cell);
            brush.alpha(Math.max(0.12, 1 - (n - 1 - i) / 40.0));
            boolean last = i == n - 1;
            brush.line(from[0], from[1], to[0], to[1], width,
                    last && picture.explored() ? palette.exploration() : palette.faintInk());
        }
        brush.alpha(1);
    }

    /// A little off the middle, so that going back and forth can be told from going once.
    private static double[] jitter(double[] point, int i, double cell) {
        double angle = i * 2.399963;
        return new double[] {point[0] + 0.09 * cell * Math.cos(angle), point[1] + 0.09 * cell * Math.sin(angle)};
    }
}
