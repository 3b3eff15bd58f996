package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
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
    private static final Font PLAIN = Fonts.words(15);
    private static final Font FOCUSED = Fonts.words(FontWeight.BOLD, 15);

    private final String component;
    private final Box operator;
    private final Box joiner;
    private final Row body;
    private final Text more = new Text();
    private final boolean sideBySide;
    private int[] starts = {0};
    private int[] counts = {1};
    private int parents = 1;
    private int items;
    private boolean opened;

    /// @param sideBySide whether the items stand in one row, as the arguments of a maximum do
    ListBox(
            Leaves.Workshop workshop,
            String component,
            Box operator,
            Box joiner,
            Row body,
            boolean sideBySide,
            Runnable whenOpened) {
        this.component = component;
        this.operator = operator;
        this.joiner = joiner;
        this.body = body;
        this.sideBySide = sideBySide;
        more.setManaged(false);
        more.setVisible(false);
        more.setFont(PLAIN);
        more.setUnderline(true);
        more.setCursor(Cursor.HAND);
        Runnable open = () -> {
            opened = !opened;
            whenOpened.run();
        };
        more.setOnMouseClicked(_ -> open.run());
        more.setFocusTraversable(true);
        more.setAccessibleRole(AccessibleRole.BUTTON);
        more.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
        more.focusedProperty().addListener((_, _, focused) -> more.setFont(focused ? FOCUSED : PLAIN));
        workshop.add(more);
    }

    /// A list inside a list has rows of its own for each row of the outer one.
    @Override
    void rows(int n) {
        if (n > starts.length) {
            starts = Arrays.copyOf(starts, n);
            counts = Arrays.copyOf(counts, n);
        }
        parents = n;
    }

    @Override
    void measure() {
        operator.measure();
        joiner.measure();
        body.measure();
        int longest = 1;
        for (int i = 0; i < parents; i++) {
            longest = Math.max(longest, counts[i]);
        }
        width = sideBySide
                ? operator.width + longest * body.width + (longest - 1) * joiner.width
                : lead() + body.width;
        symbolAscent = Math.max(operator.symbolAscent, body.symbolAscent);
        symbolDepth = Math.max(operator.symbolDepth, body.symbolDepth);
        numberAscent = body.numberAscent;
        numberDepth = body.numberDepth + (more.isVisible() ? 26 : 0);
    }

    private double lead() {
        return Math.max(operator.width, joiner.width);
    }

    private double pitch(int flat) {
        return body.numberAscent + body.numberDepth + body.drop(flat) + LEADING;
    }

    @Override
    double drop(int row) {
        double drop = 0;
        for (int i = 1; i < counts[row] && !sideBySide; i++) {
            drop += pitch(starts[row] + i - 1);
        }
        return counts[row] == 0 ? 0 : drop + (sideBySide ? 0 : body.drop(starts[row] + counts[row] - 1));
    }

    @Override
    void placeSymbols(double x, double y) {
        double slack = sideBySide ? (width - operator.width - body.width) / 2 : lead() - operator.width;
        operator.placeSymbols(sideBySide ? x + slack : x + slack, y);
        body.placeSymbols(sideBySide ? x + slack + operator.width : x + lead(), y);
    }

    @Override
    void placeNumbers(double x, double y, int row) {
        double left = x + (sideBySide ? operator.width : lead());
        int joint = starts[row] - row;
        for (int i = 0; i < counts[row]; i++) {
            int flat = starts[row] + i;
            if (i > 0) {
                joiner.placeNumbers(left - joiner.width, y, joint + i - 1);
            }
            body.placeNumbers(left, y, flat);
            if (sideBySide) {
                left += body.width + joiner.width;
            } else if (i < counts[row] - 1) {
                y += pitch(flat);
            }
        }
        more.setX(x + lead());
        more.setY(y + body.numberDepth + 20);
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
        int count = opened || list.size() <= SHOWN ? list.size() : SHOWN - 1;
        int start = row == 0 ? 0 : starts[row - 1] + counts[row - 1];
        boolean grown = count != counts[row] || start != starts[row] || row == 0 && list.size() != items;
        if (row == 0) {
            items = list.size();
            more.setVisible(items > SHOWN);
            more.setText(opened ? "show fewer" : "+ " + (items - count) + " more");
        }
        starts[row] = start;
        counts[row] = count;
        body.rows(start + count);
        joiner.rows(Math.max(0, start + count - row - 1));
        for (int i = 0; i < count; i++) {
            var values = Components.of(list.get(i));
            Optional<Place> place = values.get("nextState") instanceof Integer next
                    ? Optional.of(Place.of(next))
                    : Optional.empty();
            grown |= body.fill(start + i, new Source(values, _ -> place));
        }
        return grown;
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
