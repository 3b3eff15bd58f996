package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;

/// Where the lines of an equation lie. Lines that are too long first shrink a little, then break before operators; where
/// there is room, the type grows.
final class Arrangement {
    private static final double SMALLEST_SCALE = 0.74;
    private static final double SMALLEST_OF_ALL = 0.5;
    private static final double BETWEEN_ROWS = 8;
    private static final double BETWEEN_LINES = 20;
    private static final double INDENT = 32;
    /// How much larger than usual the type may be where there is room for it.
    private static final double LARGEST_SCALE = 1.4;

    private final List<Box.Row> lines;
    private final double zoom;

    Arrangement(List<Box.Row> lines, double zoom) {
        this.lines = lines;
        this.zoom = zoom;
    }

    /// @param factor by which everything is enlarged
    /// @param height that is then needed
    record Fitted(double factor, double height) {}

    /// Places all boxes.
    ///
    /// @param room the height that there is
    Fitted fit(double width, double room) {
        double widest = 1;
        for (Box.Row line : lines) {
            line.measure();
            widest = Math.max(widest, line.width);
        }
        double fit = width / widest;
        double byHeight = room / wholeHeight();
        // Small numbers are read with some trouble, numbers below the edge not at all.
        boolean wholeIfSmall = byHeight >= SMALLEST_OF_ALL * zoom && byHeight <= fit;
        double smallest = (wholeIfSmall ? SMALLEST_OF_ALL : SMALLEST_SCALE) * zoom;
        double byWidth = Math.min(LARGEST_SCALE * zoom, Math.max(fit, smallest));
        double factor = Math.max(Math.min(byWidth, smallest), Math.min(byWidth, byHeight));
        double longest = longestPart(width / factor);
        if (longest > width / factor) { // a part without a place to break in
            factor = Math.max(SMALLEST_OF_ALL * zoom, width / longest);
        }
        double y = 0;
        for (Box.Row line : lines) {
            for (List<Box> part : broken(line, width / factor)) {
                y = place(part, indent(part, line), y);
            }
        }
        return new Fitted(factor, Math.ceil(Math.max(0, y - BETWEEN_LINES) * factor));
    }

    /// The height at scale 1 with every line unbroken.
    private double wholeHeight() {
        double y = 0;
        for (Box.Row line : lines) {
            y = place(line.boxes, 0, y);
        }
        return Math.max(1, y - BETWEEN_LINES);
    }

    private static double indent(List<Box> part, Box.Row line) {
        return part.getFirst() == line.boxes.getFirst() ? 0 : INDENT;
    }

    private double longestPart(double width) {
        double longest = 0;
        for (Box.Row line : lines) {
            for (List<Box> part : broken(line, width)) {
                double sum = indent(part, line);
                for (Box box : part) {
                    sum += box.width;
                }
                longest = Math.max(longest, sum);
            }
        }
        return longest;
    }

    private double place(List<Box> boxes, double x, double y) {
        var row = new Box.Row(boxes);
        row.measure();
        double symbols = y + row.symbolAscent;
        double numbers = symbols + row.symbolDepth + BETWEEN_ROWS + row.numberAscent;
        row.placeSymbols(x, symbols);
        row.placeNumbers(x, numbers, 0);
        double drop = 0;
        double bottom = 0;
        for (Box box : boxes) {
            drop += box.drop(0);
            bottom = Math.max(bottom, drop + box.numberDepth);
        }
        return numbers + bottom + BETWEEN_LINES;
    }

    /// Breaks a line before operators, wherever the next operator would stand beyond the edge.
    private static List<List<Box>> broken(Box.Row line, double width) {
        if (line.width <= width) {
            return List.of(line.boxes);
        }
        var result = new ArrayList<List<Box>>();
        var current = new ArrayList<Box>();
        double x = 0;
        List<Box> boxes = line.boxes;
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            boolean mayBreak = box instanceof Leaves.Ink ink && ink.breakable() || box instanceof ListBox;
            if (mayBreak && !current.isEmpty() && x + widthToNextBreak(boxes, i) > width) {
                result.add(current);
                current = new ArrayList<>();
                x = INDENT;
            }
            current.add(box);
            x += box.width;
        }
        result.add(current);
        return result;
    }

    private static double widthToNextBreak(List<Box> boxes, int from) {
        double width = boxes.get(from).width;
        for (int i = from + 1; i < boxes.size(); i++) {
            if (boxes.get(i) instanceof Leaves.Ink ink && ink.breakable() || boxes.get(i) instanceof ListBox) {
                break;
            }
            width += boxes.get(i).width;
        }
        return width;
    }
}
