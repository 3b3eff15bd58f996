package rewardscope.ui.compare;

import java.util.List;
import javafx.scene.paint.Color;
import rewardscope.ui.theme.Palette;

/// How the line of each agent looks: colour and dashes both tell them apart.
final class Strokes {
    /// How many agents can be told apart.
    static final int MOST = 6;

    private static final double[][] DASHES = {{}, {9, 5}, {2, 5}, {9, 4, 2, 4}, {16, 5}, {5, 4}};

    private Strokes() {}

    static Color color(Palette palette, int i) {
        return List.of(
                        palette.positive(),
                        palette.negative(),
                        palette.exploration(),
                        palette.tdError(),
                        palette.reward(),
                        palette.reference())
                .get(i % MOST);
    }

    static double[] dashes(int i) {
        return DASHES[i % MOST];
    }
}
