package rewardscope.ui.lesson;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import rewardscope.ui.formula.FormulaNode;

/// A formula in the middle of its column, drawn a little smaller where the column is too narrow for it.
final class FittedFormula extends Region {
    private static final double SMALLEST = 0.6;

    private final FormulaNode formula;
    private final Scale scale = new Scale(1, 1);

    FittedFormula(FormulaNode formula) {
        this.formula = formula;
        formula.getTransforms().add(scale);
        getChildren().add(formula);
    }

    private double factor(double width) {
        double whole = formula.prefWidth(-1);
        return width <= 0 || whole <= width ? 1 : Math.max(SMALLEST, width / whole);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST * formula.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return formula.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return formula.prefHeight(-1) * factor(width);
    }

    @Override
    protected void layoutChildren() {
        double factor = factor(getWidth());
        scale.setX(factor);
        scale.setY(factor);
        double width = formula.prefWidth(-1);
        formula.resizeRelocate(
                Math.max(0, (getWidth() - width * factor) / 2), 0, width, formula.prefHeight(-1));
    }
}
