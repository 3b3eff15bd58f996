package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.shape.Rectangle;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.theme.Palette;

/// The boxes made of rows of boxes: fractions, roots, powers and indices.
final class Structures {
    private Structures() {}

    /// One row of boxes over another, in symbols and in numbers.
    static final class Fraction extends Box {
        private static final double PADDING = 6;

        private final Box.Row numerator;
        private final Box.Row denominator;
        private final Rectangle symbolBar = new Rectangle();
        private final List<Rectangle> numberBars = new ArrayList<>();
        private final Leaves.Workshop workshop;
        private final double axis;
        private Palette palette = Palette.LIGHT;

        Fraction(Leaves.Workshop workshop, Box.Row numerator, Box.Row denominator, double size) {
            this.workshop = workshop;
            this.numerator = numerator;
            this.denominator = denominator;
            axis = 0.25 * size;
            symbolBar.setManaged(false);
            symbolBar.setHeight(1.4);
            workshop.add(symbolBar);
            rows(1);
        }

        @Override
        void rows(int n) {
            numerator.rows(n);
            denominator.rows(n);
            while (numberBars.size() < n) {
                var bar = new Rectangle();
                bar.setManaged(false);
                bar.setHeight(1.4);
                bar.setFill(palette.ink());
                workshop.add(bar);
                numberBars.add(bar);
            }
            for (int i = 0; i < numberBars.size(); i++) {
                numberBars.get(i).setVisible(i < n);
            }
        }

        @Override
        void measure() {
            numerator.measure();
            denominator.measure();
            width = Math.max(numerator.width, denominator.width) + 2 * PADDING;
            symbolAscent = axis + 4 + numerator.symbolDepth + numerator.symbolAscent;
            symbolDepth = -axis + 4 + denominator.symbolAscent + denominator.symbolDepth;
            numberAscent = axis + 4 + numerator.drop(0) + numerator.numberDepth + numerator.numberAscent;
            numberDepth = -axis + 4 + denominator.numberAscent + denominator.drop(0) + denominator.numberDepth;
        }

        @Override
        void placeSymbols(double x, double y) {
            numerator.placeSymbols(x + (width - numerator.width) / 2, y - axis - 4 - numerator.symbolDepth);
            denominator.placeSymbols(x + (width - denominator.width) / 2, y - axis + 4 + denominator.symbolAscent);
            line(symbolBar, x, y);
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            double above = y - axis - 4 - numerator.numberDepth - numerator.drop(row);
            numerator.placeNumbers(x + (width - numerator.width) / 2, above, row);
            denominator.placeNumbers(x + (width - denominator.width) / 2, y - axis + 4 + denominator.numberAscent, row);
            if (row < numberBars.size()) {
                line(numberBars.get(row), x, y);
            }
        }

        private void line(Rectangle bar, double x, double y) {
            bar.setX(x + 2);
            bar.setY(y - axis - 0.7);
            bar.setWidth(width - 4);
        }

        @Override
        boolean fill(int row, Source source) {
            return numerator.fill(row, source) | denominator.fill(row, source);
        }

        @Override
        void use(Palette palette) {
            this.palette = palette;
            numerator.use(palette);
            denominator.use(palette);
            symbolBar.setFill(palette.ink());
            numberBars.forEach(bar -> bar.setFill(palette.ink()));
        }

        @Override
        void cells(Consumer<Cell> visitor) {
            numerator.cells(visitor);
            denominator.cells(visitor);
        }
    }

    /// A root over a row of boxes.
    static final class Root extends Box {
        private final Box.Row content;
        private final FormulaNode symbolSign;
        private final FormulaNode numberSign;
        private final Rectangle symbolBar = bar();
        private final Rectangle numberBar = bar();

        Root(Leaves.Workshop workshop, Box.Row content, double size) {
            this.content = content;
            content.measure();
            symbolSign = workshop.formula(sign(content.symbolAscent, content.symbolDepth, size), size);
            numberSign = workshop.formula(sign(content.numberAscent, content.numberDepth, size), size);
            workshop.add(symbolBar);
            workshop.add(numberBar);
        }

        private static Rectangle bar() {
            var bar = new Rectangle();
            bar.setManaged(false);
            bar.setHeight(1.2);
            return bar;
        }

        private static String sign(double ascent, double depth, double size) {
            return String.format(
                    Locale.ROOT, "\\sqrt{\\rule[-%.3fem]{0em}{%.3fem}}", depth / size, (ascent + depth) / size);
        }

        @Override
        void rows(int n) {
            content.rows(n);
        }

        @Override
        void measure() {
            content.measure();
            width = symbolSign.prefWidth(-1) + content.width + 4;
            symbolAscent = Math.max(content.symbolAscent, symbolSign.getBaselineOffset());
            symbolDepth = Math.max(content.symbolDepth, Leaves.depth(symbolSign));
            numberAscent = Math.max(content.numberAscent, numberSign.getBaselineOffset());
            numberDepth = Math.max(content.numberDepth, Leaves.depth(numberSign));
        }

        @Override
        void placeSymbols(double x, double y) {
            Leaves.put(symbolSign, x, y);
            line(symbolBar, symbolSign, x, y);
            content.placeSymbols(x + symbolSign.prefWidth(-1), y);
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            if (row == 0) {
                Leaves.put(numberSign, x, y);
                line(numberBar, numberSign, x, y);
            }
            content.placeNumbers(x + numberSign.prefWidth(-1), y, row);
        }

        private void line(Rectangle bar, FormulaNode sign, double x, double y) {
            bar.setX(x + sign.prefWidth(-1) - 0.5);
            bar.setY(y - sign.getBaselineOffset());
            bar.setWidth(content.width + 4);
        }

        @Override
        boolean fill(int row, Source source) {
            return content.fill(row, source);
        }

        @Override
        void use(Palette palette) {
            content.use(palette);
            symbolSign.setInk(palette.ink());
            numberSign.setInk(palette.ink());
            symbolBar.setFill(palette.ink());
            numberBar.setFill(palette.ink());
        }

        @Override
        void cells(Consumer<Cell> visitor) {
            content.cells(visitor);
        }
    }

    /// A row of smaller boxes above or below the line.
    static final class Script extends Box {
        private final Box.Row content;
        private final double shift;

        Script(Box.Row content, boolean raised, double size) {
            this.content = content;
            shift = raised ? 0.42 * size : -0.22 * size;
        }

        @Override
        void rows(int n) {
            content.rows(n);
        }

        @Override
        void measure() {
            content.measure();
            width = content.width;
            symbolAscent = content.symbolAscent + shift;
            symbolDepth = content.symbolDepth - shift;
            numberAscent = content.numberAscent + shift;
            numberDepth = content.numberDepth - shift;
        }

        @Override
        void placeSymbols(double x, double y) {
            content.placeSymbols(x, y - shift);
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            content.placeNumbers(x, y - shift, row);
        }

        @Override
        boolean fill(int row, Source source) {
            return content.fill(row, source);
        }

        @Override
        void use(Palette palette) {
            content.use(palette);
        }

        @Override
        void cells(Consumer<Cell> visitor) {
            content.cells(visitor);
        }
    }
}
