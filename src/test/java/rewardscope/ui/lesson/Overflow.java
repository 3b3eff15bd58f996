package rewardscope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Looks for what cannot be seen whole: nodes that stand out of their column, words that were cut off, text in too little
/// height.
public final class Overflow {
    private static final double HAIR = 1.5;

    private final Node column;
    private final List<String> found = new ArrayList<>();

    private Overflow(Node column) {
        this.column = column;
    }

    /// A line for each node below a laid-out column that cannot be seen whole.
    public static List<String> in(Node column) {
        var look = new Overflow(column);
        look.look(column);
        return look.found;
    }

    private void look(Node node) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Labeled labeled) {
            cutOff(labeled);
        }
        if (node instanceof TextFlow || node instanceof Labeled) {
            squeezed((Region) node);
        }
        if (node instanceof Text || node instanceof Region) {
            outside(node);
        }
        if (node instanceof ScrollPane scroll) {
            moved(scroll);
        } else if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void outside(Node node) {
        Bounds bounds = column.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double width = column.getLayoutBounds().getWidth();
        if (bounds.getMinX() < -HAIR || bounds.getMaxX() > width + HAIR) {
            found.add(String.format(java.util.Locale.ROOT, "from %.0f to %.0f of %.0f: %s",
                    bounds.getMinX(), bounds.getMaxX(), width, name(node)));
        }
    }

    private void cutOff(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !text.getText().equals(labeled.getText())) {
                found.add("cut off to `" + text.getText() + "`: " + name(labeled));
            }
        }
    }

    private void squeezed(Region region) {
        double wanted = region.prefHeight(region.getContentBias() == null ? -1 : region.getWidth());
        if (wanted > region.getHeight() + HAIR) {
            found.add(String.format(java.util.Locale.ROOT, "%.0f high and not %.0f: %s", region.getHeight(), wanted, name(region)));
        }
    }

    /// What can only be seen by moving it sideways.
    private void moved(ScrollPane scroll) {
        double content = scroll.getContent().getLayoutBounds().getWidth();
        if (content > scroll.getWidth() + HAIR) {
            found.add(String.format(java.util.Locale.ROOT, "to be moved sideways, %.0f of %.0f: %s", scroll.getWidth(), content, name(scroll)));
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " " + node.getStyleClass() + " " + words(node);
    }

    private static String words(Node node) {
        String all = node instanceof Text text
                ? text.getText()
                : node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof rewardscope.ui.formula.FormulaNode formula
                                ? formula.formula().latex()
                                : node instanceof Parent parent
                                        ? String.join(" ", parent.getChildrenUnmodifiable().stream().map(Overflow::words).toList())
                                        : "";
        return all.substring(0, Math.min(all.length(), 120));
    }
}
