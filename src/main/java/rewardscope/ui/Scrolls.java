package rewardscope.ui;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;

/// What scroll panes do badly by themselves: the skin keeps what is seen as an image. It is painted anew as a whole,
/// every formula in it, whenever one number changes; and each time the pane leaves the window (another page, another tab)
/// the image is lost to the pool that it came from, which lets go of it only when the whole heap is full.
public final class Scrolls {
    /// Pixels left about what is brought into sight.
    private static final double MARGIN = 12;

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

    /// Scrolls on until the end of a node is in sight, but no further than the beginning of what is to stay in sight;
    /// once it has been laid out. Does nothing outside of a scroll pane.
    ///
    /// @param stays what is to stay in sight
    /// @param shown what is to be seen to its end
    public static void reveal(Node stays, Node shown) {
        Platform.runLater(() -> {
            for (Node up = shown.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane pane && pane.getContent() != null) {
                    reveal(pane, stays, shown);
                    return;
                }
            }
        });
    }

    private static void reveal(ScrollPane pane, Node stays, Node shown) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        double hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        double top = -pane.getViewportBounds().getMinY();
        double end = within(content, shown).getMaxY() + MARGIN - pane.getViewportBounds().getHeight();
        double wanted = Math.min(end, within(content, stays).getMinY() - MARGIN);
        if (wanted > top && hidden > 0) {
            pane.setVvalue(Math.min(1, wanted / hidden));
        }
    }

    private static Bounds within(Node content, Node node) {
        return content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
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
