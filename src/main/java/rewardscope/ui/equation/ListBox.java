package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.text.Text;
import rewardscope.agent.Components;
import rewardscope.agent.StepEvent.Place;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;

/// A list component: operator and body once among the symbols, and below them a row of numbers for each item.
final class ListBox extends Box {
    /// Rows shown of a longer list before someone asks for the rest.
    static final int SHOWN = 6;

    private static final double LEADING = 4;

    private final String component;
    private final Box operator;
    private final Box joiner;
    private final Row body;
    private final Text more = new Text();
    private int rows = 1;
    private int items;
    private boolean opened;

    ListBox(Leaves.Workshop workshop, String component, Box operator, Box joiner, Row body, Runnable whenOpened) {
        this.component = component;
        this.operator = operator;
        this.joiner = joiner;
        this.body = body;
        more.setManaged(false);
        more.setVisible(false);
        more.setFont(Fonts.words(15));
        more.setUnderline(true);
        more.setCursor(Cursor.HAND);
        more.setOnMouseClicked(_ -> {
            opened = !opened;
            whenOpened.run();
        });
        workshop.add(more);
    }

    @Override
    void measure() {
        operator.measure();
        joiner.measure();
        body.measure();
        double lead = lead();
        width = lead + body.width;
        symbolAscent = Math.max(operator.symbolAscent, body.symbolAscent);
        symbolDepth = Math.max(operator.symbolDepth, body.symbolDepth);
        numberAscent = body.numberAscent;
        numberDepth = body.numberDepth + drop() + (more.isVisible() ? 26 : 0);
    }

    private double lead() {
        return Math.max(operator.width, rows > 1 ? joiner.width : 0);
    }

    private double pitch() {
        return body.numberAscent + body.numberDepth + LEADING;
    }

    @Override
    double drop() {
        return (rows - 1) * pitch();
    }

    @Override
    void placeSymbols(double x, double y) {
        operator.placeSymbols(x, y);
        body.placeSymbols(x + lead(), y);
    }

    @Override
    void placeNumbers(double x, double y, int row) {
        double left = x + lead();
        for (int i = 0; i < rows; i++) {
            if (i > 0) {
                joiner.placeNumbers(left - joiner.width, y + i * pitch(), i - 1);
            }
            body.placeNumbers(left, y + i * pitch(), i);
        }
        more.setX(left);
        more.setY(y + drop() + body.numberDepth + 20);
    }

    @Override
    boolean fill(int row, Source source) {
        var list = new ArrayList<Record>();
        if (source.values().get(component) instanceof List<?> found) {
            found.forEach(item -> {
                if (item instanceof Record each) {
                    list.add(each);
                }
            });
        }
        int wanted = Math.max(1, opened || list.size() <= SHOWN ? list.size() : SHOWN - 1);
        boolean grown = wanted != rows || list.size() != items;
        if (grown) {
            rows = wanted;
            items = list.size();
            body.rows(rows);
            joiner.rows(rows - 1);
            more.setVisible(items > SHOWN);
            more.setText(opened ? "show fewer" : "+ " + (items - rows) + " more");
        }
        for (int i = 0; i < rows && i < list.size(); i++) {
            var values = Components.of(list.get(i));
            Optional<Place> place = values.get("nextState") instanceof Integer next
                    ? Optional.of(Place.of(next))
                    : Optional.empty();
            grown |= body.fill(i, new Source(values, _ -> place));
        }
        return grown;
    }

    /// How many rows the list has on the screen.
    int shownRows() {
        return rows;
    }

    @Override
    void use(Palette palette) {
        operator.use(palette);
        joiner.use(palette);
        body.use(palette);
        more.setFill(palette.accent());
    }

    @Override
    void cells(Consumer<Cell> visitor) {
        body.cells(visitor);
    }
}
