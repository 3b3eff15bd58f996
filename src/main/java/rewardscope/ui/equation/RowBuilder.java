package rewardscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rewardscope.ui.equation.EquationReader.EachPart;
import rewardscope.ui.equation.EquationReader.Fence;
import rewardscope.ui.equation.EquationReader.ForTheEye;
import rewardscope.ui.equation.EquationReader.Fraction;
import rewardscope.ui.equation.EquationReader.Operator;
import rewardscope.ui.equation.EquationReader.Part;
import rewardscope.ui.equation.EquationReader.Root;
import rewardscope.ui.equation.EquationReader.Script;
import rewardscope.ui.equation.EquationReader.TermPart;

/// Makes boxes from the parts of a line: chooses the size of brackets, writes the multiplication dots that numbers need
/// and symbols do not, and puts brackets around a list that is multiplied.
final class RowBuilder {
    private final Leaves.Workshop workshop;
    private final double size;
    private final Runnable whenOpened;

    RowBuilder(Leaves.Workshop workshop, double size, Runnable whenOpened) {
        this.workshop = workshop;
        this.size = size;
        this.whenOpened = whenOpened;
    }

    Box.Row row(List<Part> parts) {
        var boxes = new ArrayList<Box>();
        var openFences = new ArrayList<Integer>();
        var built = new Box[parts.size()];
        for (int i = 0; i < built.length; i++) {
            if (!(parts.get(i) instanceof Fence)) {
                built[i] = box(parts, i);
                built[i].measure();
            }
        }
        for (int i = 0; i < built.length; i++) {
            if (parts.get(i) instanceof Fence(_, boolean opens)) {
                if (opens) {
                    openFences.addLast(i);
                } else if (!openFences.isEmpty()) {
                    fences(parts, built, openFences.removeLast(), i);
                }
            }
        }
        for (int i = 0; i < built.length; i++) {
            if (built[i] == null) {
                built[i] = ink(((Fence) parts.get(i)).delimiter());
            }
            if (i > 0 && needsDot(parts, i)) {
                boxes.add(new Leaves.Ink(workshop, "", "{\\cdot}", size, 0.06 * size, false));
            }
            if (parts.get(i) instanceof EachPart each && multiplied(parts, i) && each.joiner().contains("+")) {
                boxes.add(new Leaves.Ink(workshop, "", "(", size, 0, false));
                boxes.add(built[i]);
                boxes.add(new Leaves.Ink(workshop, "", ")", size, 0, false));
            } else {
                boxes.add(built[i]);
            }
        }
        return new Box.Row(List.copyOf(boxes));
    }

    private Box box(List<Part> parts, int i) {
        return switch (parts.get(i)) {
            case EquationReader.Ink(String latex) -> ink("{}" + latex + "{}");
            case Operator(String latex) -> operator(latex, i == 0 || startsTerm(parts.get(i - 1)));
            case ForTheEye(String latex) ->
                new Leaves.Ink(workshop, hangs(latex) ? "{}" + latex : latex, "", size, 0.06 * size, false);
            case TermPart(String component, String latex) ->
                new Leaves.Term(workshop, component, latex, size, negativeNeedsBrackets(parts, i));
            case Fraction(List<Part> above, List<Part> below) ->
                new Structures.Fraction(workshop, row(above), row(below), size);
            case Script(List<Part> content, boolean raised) ->
                new Structures.Script(smaller().row(content), raised, size);
            case Root(List<Part> content) -> new Structures.Root(workshop, row(content), size);
            case EachPart(String component, String operator, String joiner, List<Part> body) ->
                new ListBox(
                        workshop,
                        component,
                        new Leaves.Ink(workshop, operator, "", size, 0.06 * size, false),
                        joiner(joiner),
                        row(body),
                        joiner.contains(","),
                        whenOpened);
            case Fence _ -> throw new IllegalStateException("fences are made in pairs");
        };
    }

    private static boolean hangs(String latex) {
        return latex.startsWith("_") || latex.startsWith("^");
    }

    private RowBuilder smaller() {
        return new RowBuilder(workshop, 0.72 * size, whenOpened);
    }

    private Leaves.Ink ink(String latex) {
        return new Leaves.Ink(workshop, latex, latex, size, 0, false);
    }

    private Leaves.Ink operator(String latex, boolean unary) {
        double gap = unary ? 0 : relation(latex) ? 0.24 : latex.equals("\\cdot") ? 0.06 : 0.16;
        return new Leaves.Ink(workshop, "{" + latex + "}", "{" + latex + "}", size, gap * size, !unary);
    }

    private static boolean relation(String operator) {
        boolean product = operator.equals("\\cdot") || operator.equals("\\times");
        return operator.equals("=") || operator.startsWith("\\") && !product;
    }

    private Box joiner(String latex) {
        String word = latex.strip();
        return new Leaves.Ink(workshop, "", "{" + word + "}", size, 0.16 * size, false);
    }

    /// Brackets as high as what they enclose, in both rows.
    private void fences(List<Part> parts, Box[] built, int open, int close) {
        double symbolAscent = 0;
        double symbolDepth = 0;
        double numberAscent = 0;
        double numberDepth = 0;
        for (int i = open + 1; i < close; i++) {
            if (built[i] != null) {
                symbolAscent = Math.max(symbolAscent, built[i].symbolAscent);
                symbolDepth = Math.max(symbolDepth, built[i].symbolDepth);
                boolean list = built[i] instanceof ListBox;
                numberAscent = Math.max(numberAscent, built[i].numberAscent);
                numberDepth = Math.max(numberDepth, list ? 0.3 * size : built[i].numberDepth);
            }
        }
        for (int end : new int[] {open, close}) {
            Fence fence = (Fence) parts.get(end);
            built[end] = new Leaves.Ink(
                    workshop,
                    fence(fence, symbolAscent, symbolDepth),
                    fence(fence, numberAscent, numberDepth),
                    size,
                    1,
                    false);
            built[end].measure();
        }
    }

    private String fence(Fence fence, double ascent, double depth) {
        String strut = String.format(
                Locale.ROOT, "\\rule[-%.3fem]{0em}{%.3fem}", depth / size * 0.85, (ascent + depth) / size * 0.85);
        return fence.opens()
                ? "\\left" + fence.delimiter() + strut + "\\right."
                : "\\left." + strut + "\\right" + fence.delimiter();
    }

    /// Two numbers side by side are multiplied: `γ v` is `0.9 · 0.5`.
    private static boolean needsDot(List<Part> parts, int i) {
        Part before = lastShown(parts, i);
        Part here = parts.get(i);
        boolean numberBefore = before instanceof TermPart || before instanceof Fraction || before instanceof Script;
        return numberBefore && (here instanceof TermPart || here instanceof Fraction);
    }

    private static Part lastShown(List<Part> parts, int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (!(parts.get(k) instanceof ForTheEye)) {
                return parts.get(k);
            }
        }
        return new Operator("=");
    }

    private static boolean multiplied(List<Part> parts, int i) {
        Part before = lastShown(parts, i);
        boolean minus = before instanceof Operator(String op) && (op.equals("-") || op.equals("\\cdot"));
        return minus || before instanceof TermPart || before instanceof Fraction;
    }

    private static boolean startsTerm(Part before) {
        return before instanceof Operator || before instanceof Fence(_, boolean opens) && opens;
    }

    private static boolean negativeNeedsBrackets(List<Part> parts, int i) {
        Part before = lastShown(parts, i);
        return before instanceof TermPart
                || before instanceof Fraction
                || before instanceof Operator(String op) && !relation(op);
    }
}
