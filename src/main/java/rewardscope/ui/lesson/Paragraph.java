package rewardscope.ui.lesson;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import rewardscope.ui.formula.FormulaNode;

/// Words with formulas and links among them. What would be wider than a whole line is made to fit it: the words of a link
/// are broken into lines, a formula is drawn smaller.
final class Paragraph extends TextFlow {
    private double fitted = -1;

    /// Fitting changes formulas, and with them the layout: a paragraph that has its width is only fitted to that, or two
    /// widths that its parent asks about in turn would lay the whole lesson out, and paint it, in every pulse.
    @Override
    protected double computePrefHeight(double width) {
        if (getWidth() <= 0) {
            fit(width);
        }
        return super.computePrefHeight(width);
    }

    /// As wide as it would be with every formula at its full size.
    @Override
    protected double computePrefWidth(double height) {
        double missing = 0;
        for (Node node : getChildren()) {
            if (node instanceof FormulaNode formula) {
                missing += formula.shrunkBy();
            }
        }
        return super.computePrefWidth(height) + missing;
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        super.layoutChildren();
    }

    private void fit(double width) {
        double line = width - snappedLeftInset() - snappedRightInset();
        if (line <= 0 || line == fitted) {
            return;
        }
        fitted = line;
        for (Node node : getChildren()) {
            if (node instanceof FormulaNode formula) {
                formula.fitInto(line);
            } else if (node instanceof Labeled link) {
                fit(link, line);
            }
        }
    }

    private static void fit(Labeled link, double line) {
        link.setWrapText(false);
        link.setPrefWidth(Region.USE_COMPUTED_SIZE);
        link.setMaxWidth(Region.USE_COMPUTED_SIZE);
        if (link.prefWidth(-1) > line) {
            link.setWrapText(true);
            link.setPrefWidth(Math.floor(line));
            link.setMaxWidth(Math.floor(line));
        }
    }
}
