package rewardscope.ui.formula;

import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import rewardscope.ui.theme.Fonts;

/// A formula in the scene. Knows its baseline, so that a line of text carries it; is drawn as outlines, so that it is
/// crisp at every scale. A formula that cannot be read shows its LaTeX and the reason, as one readable line.
///
/// Style classes: `formula` on the node, `formula-ink` on what is drawn, `formula-problem` on the message.
public final class FormulaNode extends Region {
    private static final int LONGEST = 24;

    private final FormulaLayout layout;
    private final SVGPath outline = new SVGPath();
    private final Text message = new Text();
    private final Scale scale = new Scale();
    /// The size of the type: as it was asked for, and as it is drawn.
    private double whole;

    private double size;

    /// @param size the size of the type in pixels
    public FormulaNode(FormulaLayout layout, double size) {
        this.layout = layout;
        getStyleClass().add("formula");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // mathematics is, whatever the words around it
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(layout.words());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        if (layout.problem().isPresent()) {
            message.getStyleClass().add("formula-problem");
            String source = layout.latex().strip();
            message.setText("⚠ " + (source.length() > LONGEST ? source.substring(0, LONGEST) + "…" : source)
                    + " cannot be read: " + layout.problem().get());
            getChildren().add(message);
        } else {
            outline.getStyleClass().add("formula-ink");
            outline.setContent(layout.outline());
            outline.setManaged(false);
            outline.getTransforms().add(scale);
            getChildren().add(outline);
        }
        setSize(size);
    }

    /// Changes the size of the type.
    public void setSize(double size) {
        whole = size;
        draw(size);
    }

    private void draw(double size) {
        this.size = size;
        scale.setX(size / 1000);
        scale.setY(size / 1000);
        message.setFont(Fonts.words(Math.max(12, size * 0.6)));
        requestLayout();
    }

    /// How much narrower it is drawn than at its full size.
    public double shrunkBy() {
        return broken() ? 0 : layout.width() * (whole - size);
    }

    /// Draws the formula smaller where a line is too short for it, down to a third: below that nobody could read it.
    public void fitInto(double line) {
        double factor = broken() ? 1 : Math.clamp(line / (layout.width() * whole), 1.0 / 3, 1);
        if (factor * whole != size) {
            draw(factor * whole);
        }
    }

    /// Sets the ink where no style sheet does.
    public void setInk(Paint ink) {
        outline.setFill(ink);
        message.setFill(ink);
    }

    public FormulaLayout formula() {
        return layout;
    }

    /// Whether the LaTeX could not be read.
    public boolean broken() {
        return layout.problem().isPresent();
    }

    @Override
    public double getBaselineOffset() {
        return broken() ? message.getBaselineOffset() : layout.ascent() * size;
    }

    @Override
    protected double computePrefWidth(double height) {
        return broken() ? message.prefWidth(-1) : layout.width() * size;
    }

    @Override
    protected double computePrefHeight(double width) {
        return broken() ? message.prefHeight(-1) : (layout.ascent() + layout.depth()) * size;
    }

    @Override
    protected void layoutChildren() {
        if (broken()) {
            layoutInArea(message, 0, 0, getWidth(), getHeight(), 0, HPos.LEFT, VPos.TOP);
        } else {
            outline.relocate(0, 0);
            outline.setLayoutX(0);
            outline.setLayoutY(layout.ascent() * size);
        }
    }
}
