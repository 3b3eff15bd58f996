package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rewardscope.agent.StepEvent.Place;
import rewardscope.ui.theme.Palette;

/// A piece of an equation with a width of its own that it keeps in both rows: above among the symbols, below among the
/// numbers. Boxes are made once for an equation; a frame changes their numbers.
abstract class Box {
    /// What one row of numbers is filled from.
    ///
    /// @param values components by name
    /// @param places where a component's number lives
    record Source(Map<String, Object> values, java.util.function.Function<String, Optional<Place>> places) {}

    double width;
    double symbolAscent;
    double symbolDepth;
    double numberAscent;
    double numberDepth;

    /// Works out width, ascents and depths from the numbers shown.
    abstract void measure();

    /// Puts the symbols with their left edge at x and their baseline at y.
    abstract void placeSymbols(double x, double y);

    /// Puts a row of numbers with its left edge at x and its baseline at y.
    abstract void placeNumbers(double x, double y, int row);

    /// Fills a row of numbers; returns whether the box must be measured again.
    abstract boolean fill(int row, Source source);

    /// Says how many rows of numbers there are.
    void rows(int n) {}

    /// How far below a row's first line of numbers its last one lies.
    double drop(int row) {
        return 0;
    }

    abstract void use(Palette palette);

    /// Visits all cells: a term's number in a row.
    void cells(Consumer<Cell> visitor) {}

    /// The first of them.
    Optional<Cell> firstCell() {
        var found = new ArrayList<Cell>(1);
        cells(cell -> {
            if (found.isEmpty()) {
                found.add(cell);
            }
        });
        return found.stream().findFirst();
    }

    /// Boxes side by side on one baseline.
    static final class Row extends Box {
        final List<Box> boxes;

        Row(List<Box> boxes) {
            this.boxes = boxes;
        }

        @Override
        void measure() {
            width = 0;
            symbolAscent = 0;
            symbolDepth = 0;
            numberAscent = 0;
            numberDepth = 0;
            for (Box box : boxes) {
                box.measure();
                width += box.width;
                symbolAscent = Math.max(symbolAscent, box.symbolAscent);
                symbolDepth = Math.max(symbolDepth, box.symbolDepth);
                numberAscent = Math.max(numberAscent, box.numberAscent);
                numberDepth = Math.max(numberDepth, box.numberDepth);
            }
        }

        @Override
        void placeSymbols(double x, double y) {
            for (Box box : boxes) {
                box.placeSymbols(x, y);
                x += box.width;
            }
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            for (Box box : boxes) {
                box.placeNumbers(x, y, row);
                x += box.width;
                y += box.drop(row);
            }
        }

        @Override
        double drop(int row) {
            double drop = 0;
            for (Box box : boxes) {
                drop += box.drop(row);
            }
            return drop;
        }

        @Override
        boolean fill(int row, Source source) {
            boolean grown = false;
            for (Box box : boxes) {
                grown |= box.fill(row, source);
            }
            return grown;
        }

        @Override
        void rows(int n) {
            boxes.forEach(box -> box.rows(n));
        }

        @Override
        void use(Palette palette) {
            boxes.forEach(box -> box.use(palette));
        }

        @Override
        void cells(Consumer<Cell> visitor) {
            boxes.forEach(box -> box.cells(visitor));
        }
    }
}
