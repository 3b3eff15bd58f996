package rewardscope.ui.lesson;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import rewardscope.ui.formula.FormulaNode;

/// A formula in the middle of its column. Where the column is too narrow for it, it is drawn a little smaller; where that
/// is not enough, it goes on in further lines, each a little to the right, broken where a formula may be.
final class FittedFormula extends Region {
    private static final double SMALLEST = 0.75;
    private static final double INDENT = 0.06;
    private static final double GAP = 6;

    private final FormulaNode formula;
    private final List<FormulaNode> pieces;

    /// @param pieces the same in pieces, or empty if it cannot be broken
    FittedFormula(FormulaNode formula, List<FormulaNode> pieces) {
        this.formula = formula;
        this.pieces = pieces;
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().add(formula);
        getChildren().addAll(pieces);
        pieces.forEach(piece -> piece.setVisible(false));
    }

    private double whole() {
        formula.fitInto(Double.MAX_VALUE);
        return formula.prefWidth(-1);
    }

    private boolean broken(double width) {
        return width > 0 && !pieces.isEmpty() && width < SMALLEST * whole();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return whole();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (broken(width)) {
            return inLines(width, false);
        }
        whole();
        formula.fitInto(width <= 0 ? Double.MAX_VALUE : width);
        return formula.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean broken = broken(width);
        formula.setVisible(!broken);
        pieces.forEach(piece -> piece.setVisible(broken));
        if (broken) {
            inLines(width, true);
            return;
        }
        formula.fitInto(width);
        double drawn = formula.prefWidth(-1);
        formula.resizeRelocate(Math.max(0, (width - drawn) / 2), 0, drawn, formula.prefHeight(-1));
    }

    /// Sets the pieces behind each other, as many in a line as have room.
    ///
    /// @return how high they are together
    private double inLines(double width, boolean place) {
        double indent = INDENT * width;
        double top = 0;
        int first = 0;
        while (first < pieces.size()) {
            double left = first == 0 ? 0 : indent;
            int end = first;
            double ascent = 0;
            double depth = 0;
            double used = left;
            while (end < pieces.size()) {
                FormulaNode piece = pieces.get(end);
                piece.fitInto(width - indent);
                if (end > first && used + piece.prefWidth(-1) > width) {
                    break;
                }
                used += piece.prefWidth(-1);
                ascent = Math.max(ascent, piece.getBaselineOffset());
                depth = Math.max(depth, piece.prefHeight(-1) - piece.getBaselineOffset());
                end++;
            }
            if (place) {
                double x = left;
                for (FormulaNode piece : pieces.subList(first, end)) {
                    piece.resizeRelocate(
                            x, top + ascent - piece.getBaselineOffset(), piece.prefWidth(-1), piece.prefHeight(-1));
                    x += piece.prefWidth(-1);
                }
            }
            top += ascent + depth + GAP;
            first = end;
        }
        return top - GAP;
    }
}
