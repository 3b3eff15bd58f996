package rewardscope.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;

/// What scroll panes do badly by themselves: the skin keeps what is seen as an image. It is painted anew as a whole,
/// every formula in it, whenever one number changes; and each time the pane leaves the window (another page, another tab)
/// the image is lost to the pool that it came from, which lets go of it only when the whole heap is full.
public final class Scrolls {
    private Scrolls() {}

    /// A pane that scrolls and keeps no image of what is seen.
    public static ScrollPane around(Node content) {
        var pane = new ScrollPane(content);
        paintOnlyWhatChanges(pane);
        return pane;
    }

    /// Keeps no image of what is seen.
    public static void paintOnlyWhatChanges(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            if (skin != null) {
                pane.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            }
        });
    }

    /// Keeps no image of what is seen in a text that scrolls.
    public static void paintOnlyWhatChanges(TextArea area) {
        area.skinProperty().subscribe(skin -> {
            if (skin != null) {
                area.lookupAll(".scroll-pane").forEach(node -> {
                    if (node instanceof ScrollPane pane) {
                        paintOnlyWhatChanges(pane);
                    }
                });
            }
        });
    }
}
