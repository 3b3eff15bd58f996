package rewardscope.ui.equation;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import rewardscope.agent.StepEvent.Place;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;
import javafx.scene.text.FontWeight;

/// One number of the equation: its text, the bar in the colour of its meaning, and the ground that lights up when the
/// number, or its entry in a table, is pointed at.
final class Cell {
    /// JetBrains Mono: every figure is 0.6 em wide.
    static final double FIGURE = 0.6;

    final String component;
    final Meaning meaning;
    final Region ground = new Region();
    final Text number = new Text();
    final Rectangle bar = new Rectangle();
    final double size;

    private Optional<Place> place = Optional.empty();
    private double value = Double.NaN;
    private boolean there;
    private boolean lit;
    private boolean changed;
    private boolean focused;

    Cell(String component, Meaning meaning, double size) {
        this.component = component;
        this.meaning = meaning;
        this.size = size;
        number.setFont(Fonts.numbers(FontWeight.MEDIUM, size));
        number.setManaged(false);
        number.setMouseTransparent(true);
        bar.setManaged(false);
        bar.setMouseTransparent(true);
        bar.setHeight(3);
        bar.setArcWidth(3);
        bar.setArcHeight(3);
        ground.setManaged(false);
        ground.setAccessibleRole(AccessibleRole.TEXT);
    }

    /// Shows a number; returns whether the text is another one.
    boolean show(double newValue, boolean inBrackets, Optional<Place> newPlace) {
        value = newValue;
        place = newPlace;
        there = true;
        String figures = Figures.brief(newValue);
        String text = inBrackets && figures.startsWith("−") ? "(" + figures + ")" : figures;
        if (text.equals(number.getText())) {
            return false;
        }
        number.setText(text);
        return true;
    }

    /// Shows that there is nothing to show: the component is missing, or not a number.
    void showNothing() {
        there = false;
        place = Optional.empty();
        number.setText("–");
    }

    double textWidth() {
        return number.getText().length() * FIGURE * size;
    }

    Optional<Place> place() {
        return place;
    }

    double value() {
        return value;
    }

    boolean there() {
        return there;
    }

    boolean lit() {
        return lit;
    }

    void setVisible(boolean visible) {
        ground.setVisible(visible);
        number.setVisible(visible);
        bar.setVisible(visible && coloured());
    }

    private boolean coloured() {
        return meaning != Meaning.PARAMETER && meaning != Meaning.OTHER;
    }

    void light(boolean on, Palette palette) {
        if (on != lit) {
            lit = on;
            paint(palette);
        }
    }

    /// Marks the number that the act wrote.
    void markChanged(boolean on, Palette palette) {
        if (on != changed) {
            changed = on;
            paint(palette);
        }
    }

    /// Marks the number that the keyboard is on.
    void markFocused(boolean on, Palette palette) {
        if (on != focused) {
            focused = on;
            paint(palette);
        }
    }

    boolean visible() {
        return number.isVisible();
    }

    void paint(Palette palette) {
        number.setFill(palette.ink());
        bar.setFill(meaning.mark(palette));
        bar.setVisible(number.isVisible() && coloured());
        String border = focused
                ? "; -fx-border-width: 2; -fx-border-radius: 6; -fx-border-color: " + Palette.css(palette.accent())
                : "";
        ground.setStyle("-fx-background-radius: 6; -fx-background-color: " + background(palette) + border);
    }

    private String background(Palette palette) {
        String mark = Palette.css(meaning.mark(palette));
        if (lit) {
            return mark + (palette.dark() ? "55" : "38");
        }
        return changed ? mark + (palette.dark() ? "30" : "1C") : "transparent";
    }
}
