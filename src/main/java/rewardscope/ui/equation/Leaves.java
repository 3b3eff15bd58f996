package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.theme.Palette;

/// The boxes that hold formulas and numbers: ink and terms.
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

    static double depth(FormulaNode node) {
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
}
