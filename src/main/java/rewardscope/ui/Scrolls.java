package rewardscope.ui;

import javafx.scene.control.ScrollPane;

/// What scroll panes do badly by themselves.
public final class Scrolls {
    private Scrolls() {}

    /// For a pane whose content changes many times a second: the skin keeps what is seen as an image, which is painted
    /// anew as a whole, every formula in it, whenever one number changes.
    public static void paintOnlyWhatChanges(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            if (skin != null) {
                pane.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            }
        });
    }
}
