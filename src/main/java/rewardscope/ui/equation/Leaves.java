package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.theme.Palette;

/// The boxes that hold nodes: ink, terms, fractions, powers, roots and lists.
final class Leaves {
    private Leaves() {}

    /// Makes and hands out nodes, and takes note of the cells.
    interface Workshop {
        FormulaNode formula(String latex, double size);

        void add(Node node);

        Cell cell(String component, double size);
    }

    static void put(FormulaNode node, double x, double baseline) {
        node.resizeRelocate(x, baseline - node.getBaselineOffset(), node.prefWidth(-1), node.prefHeight(-1));
    }

    private static double depth(FormulaNode node) {
        return node.prefHeight(-1) - node.getBaselineOffset();
    }

    /// LaTeX among the symbols, among the numbers, or in both.
    static final class Ink extends Box {
        private final Workshop workshop;
        private final Optional<FormulaNode> symbol;
        private final String latexOfNumbers;
        private final double size;
        private final List<FormulaNode> numbers = new ArrayList<>();
        private final double gap;
        private final boolean breakable;
        private Palette palette = Palette.LIGHT;

        Ink(
                Workshop workshop,
                String latexOfSymbols,
                String latexOfNumbers,
                double size,
                double gap,
                boolean breakable) {
            this.workshop = workshop;
            this.latexOfNumbers = latexOfNumbers;
            this.size = size;
            this.gap = gap;
            this.breakable = breakable;
            symbol = latexOfSymbols.isEmpty() ? Optional.empty() : Optional.of(workshop.formula(latexOfSymbols, size));
            rows(1);
        }

        /// Whether a line may be broken before it.
        boolean breakable() {
            return breakable;
        }

        @Override
        void rows(int n) {
            while (!latexOfNumbers.isEmpty() && numbers.size() < n) {
                var node = workshop.formula(latexOfNumbers, size);
                node.setInk(palette.ink());
                numbers.add(node);
            }
            for (int i = 0; i < numbers.size(); i++) {
                numbers.get(i).setVisible(i < n);
            }
        }

        @Override
        void measure() {
            width = 0;
            symbol.ifPresent(node -> {
                width = node.prefWidth(-1);
                symbolAscent = node.getBaselineOffset();
                symbolDepth = depth(node);
            });
            if (!numbers.isEmpty()) {
                var node = numbers.getFirst();
                width = Math.max(width, node.prefWidth(-1));
                numberAscent = node.getBaselineOffset();
                numberDepth = depth(node);
            }
            width += 2 * gap;
        }

        @Override
        void placeSymbols(double x, double y) {
            symbol.ifPresent(node -> put(node, x + (width - node.prefWidth(-1)) / 2, y));
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            if (row < numbers.size()) {
                var node = numbers.get(row);
                put(node, x + (width - node.prefWidth(-1)) / 2, y);
            }
        }

        @Override
        boolean fill(int row, Source source) {
            return false;
        }

        @Override
        void use(Palette palette) {
            this.palette = palette;
            symbol.ifPresent(node -> node.setInk(palette.ink()));
            numbers.forEach(node -> node.setInk(palette.ink()));
        }
    }

    /// A symbol over the number of a component. The column never shrinks, so that a running equation stands still.
    static final class Term extends Box {
        private static final double PADDING = 5;

        private final Workshop workshop;
        private final String component;
        private final FormulaNode symbol;
        private final List<Cell> cells = new ArrayList<>();
        private final double size;
        private final boolean afterOperator;
        private final Meaning meaning;
        private double widest;

        Term(Workshop workshop, String component, String latex, double size, boolean afterOperator) {
            this.workshop = workshop;
            this.component = component;
            this.size = size;
            this.afterOperator = afterOperator;
            meaning = Meaning.of(component);
            symbol = workshop.formula(latex, size);
            rows(1);
        }

        @Override
        void rows(int n) {
            while (cells.size() < n) {
                cells.add(workshop.cell(component, size * EquationView.NUMBERS));
            }
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).setVisible(i < n);
            }
        }

        @Override
        boolean fill(int row, Source source) {
            Cell cell = cells.get(row);
            boolean other = true;
            switch (source.values().get(component)) {
                case Number n -> other = cell.show(n.doubleValue(), afterOperator, source.places().apply(component));
                case Boolean b -> other = cell.show(b ? 1 : 0, afterOperator, source.places().apply(component));
                case null, default -> cell.showNothing();
            }
            if (!other) {
                return false;
            }
            double wanted = cell.textWidth();
            if (wanted > widest) {
                widest = wanted;
                return true;
            }
            center(cell);
            return false;
        }

        private void center(Cell cell) {
            cell.number.setX(cell.ground.getLayoutX() + (width - cell.textWidth()) / 2);
        }

        @Override
        void measure() {
            double em = size * EquationView.NUMBERS;
            width = Math.max(symbol.prefWidth(-1), widest) + 2 * PADDING;
            symbolAscent = symbol.getBaselineOffset();
            symbolDepth = depth(symbol);
            numberAscent = 0.80 * em;
            numberDepth = 0.34 * em;
        }

        @Override
        void placeSymbols(double x, double y) {
            put(symbol, x + (width - symbol.prefWidth(-1)) / 2, y);
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            if (row >= cells.size()) {
                return;
            }
            Cell cell = cells.get(row);
            cell.ground.resizeRelocate(x, y - numberAscent - 2, width, numberAscent + numberDepth + 3);
            cell.number.setX(x + (width - cell.textWidth()) / 2);
            cell.number.setY(y);
            cell.bar.setX(x + PADDING);
            cell.bar.setY(y + numberDepth - 4);
            cell.bar.setWidth(width - 2 * PADDING);
        }

        @Override
        void use(Palette palette) {
            symbol.setInk(meaning.ink(palette));
            cells.forEach(cell -> cell.paint(palette));
        }

        @Override
        void cells(Consumer<Cell> visitor) {
            cells.forEach(visitor);
        }
    }

    /// One row of boxes over another, in symbols and in numbers.
    static final class Fraction extends Box {
        private static final double PADDING = 6;

        private final Row numerator;
        private final Row denominator;
        private final Rectangle symbolBar = new Rectangle();
        private final List<Rectangle> numberBars = new ArrayList<>();
        private final Workshop workshop;
        private final double axis;
        private Palette palette = Palette.LIGHT;

        Fraction(Workshop workshop, Row numerator, Row denominator, double size) {
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
            numerator.placeNumbers(x + (width - numerator.width) / 2, y - axis - 4 - numerator.numberDepth - numerator.drop(row), row);
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
        private final Row content;
        private final FormulaNode symbolSign;
        private final FormulaNode numberSign;
        private final Rectangle symbolBar = bar();
        private final Rectangle numberBar = bar();

        Root(Workshop workshop, Row content, double size) {
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
            symbolDepth = Math.max(content.symbolDepth, depth(symbolSign));
            numberAscent = Math.max(content.numberAscent, numberSign.getBaselineOffset());
            numberDepth = Math.max(content.numberDepth, depth(numberSign));
        }

        @Override
        void placeSymbols(double x, double y) {
            put(symbolSign, x, y);
            line(symbolBar, symbolSign, x, y);
            content.placeSymbols(x + symbolSign.prefWidth(-1), y);
        }

        @Override
        void placeNumbers(double x, double y, int row) {
            if (row == 0) {
                put(numberSign, x, y);
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
        private final Row content;
        private final double shift;

        Script(Row content, boolean raised, double size) {
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
