package rewardscope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import rewardscope.lesson.Block;
import rewardscope.lesson.Inline;
import rewardscope.lesson.LinkTarget;
import rewardscope.ui.Scrolls;
import rewardscope.ui.formula.FormulaBreaks;
import rewardscope.ui.formula.FormulaNode;
import rewardscope.ui.formula.Formulas;

/// Turns the blocks of a text into nodes.
final class LessonText {
    /// Computer Modern is drawn smaller than Inter: this makes their letters equally high.
    private static final double FORMULA = 1.2;

    private static final double BODY = 16;

    private static final double DISPLAY = 1.3 * BODY;

    /// The style of everything in a paragraph from right to left.
    private static final String TURNS = "lesson-right-to-left";

    /// Ems from which on a formula may be broken into lines.
    private static final double LONG_FORMULA = 9;

    /// Characters from which on the text of a table's cell is broken into lines.
    private static final int LONG_TEXT = 24;

    /// The part of its size down to which a formula in a table is still easily read.
    private static final double READABLE = 0.85;

    private static final double CELL_PADDING = 16;
    private static final double WIDEST_KEPT = 156;

    private final Formulas formulas;
    private final LessonActions actions;
    private final double scale;

    /// @param scale 1 for a body of 16 pixels
    LessonText(Formulas formulas, LessonActions actions, double scale) {
        this.formulas = formulas;
        this.actions = actions;
        this.scale = scale;
    }

    /// Lays out every formula below some blocks, so that making their nodes is quick. For any thread.
    static void typeset(List<Block> blocks, Formulas formulas) {
        blocks.forEach(block -> typeset(block, formulas));
    }

    private static void typeset(Block block, Formulas formulas) {
        Consumer<List<Inline>> inline = text -> typesetInline(text, formulas);
        switch (block) {
            case Block.Heading(_, var text) -> inline.accept(text);
            case Block.Paragraph(var text) -> inline.accept(text);
            case Block.BulletList(var items) -> items.forEach(item -> typeset(item, formulas));
            case Block.OrderedList(_, var items) -> items.forEach(item -> typeset(item, formulas));
            case Block.Quote(var blocks) -> typeset(blocks, formulas);
            case Block.Formula(String latex) -> pieces(latex, Formulas.Style.DISPLAY, formulas);
            case Block.Table(_, var header, var rows) -> {
                header.forEach(inline);
                rows.forEach(row -> row.forEach(inline));
            }
            case Block.Code _, Block.Rule _, Block.SimulationHere _, Block.ExerciseHere _ -> {}
        }
    }

    private static void typesetInline(List<Inline> text, Formulas formulas) {
        for (Inline piece : text) {
            switch (piece) {
                case Inline.Formula(String latex, boolean display) ->
                    pieces(latex, display ? Formulas.Style.DISPLAY : Formulas.Style.INLINE, formulas);
                case Inline.Emphasis(var inner) -> typesetInline(inner, formulas);
                case Inline.Strong(var inner) -> typesetInline(inner, formulas);
                case Inline.Link(var inner, _) -> typesetInline(inner, formulas);
                case Inline.Text _, Inline.Code _, Inline.Picture _, Inline.LineEnd _ -> {}
            }
        }
    }

    /// Blocks below each other, exercises and simulations left out: prompts, hints, explanations.
    VBox column(List<Block> blocks) {
        var column = new VBox();
        column.getStyleClass().add("lesson-blocks");
        column.setNodeOrientation(Direction.of(blocks));
        blocks.forEach(block -> column.getChildren().add(node(block)));
        return column;
    }

    Node node(Block block) {
        return switch (block) {
            case Block.Heading(int level, var text) -> heading(level, text);
            case Block.Paragraph(var text) -> paragraph(text, "lesson-paragraph");
            case Block.BulletList(var items) -> list(items, 0);
            case Block.OrderedList(int start, var items) -> list(items, start);
            case Block.Quote(var blocks) -> {
                var quote = column(blocks);
                quote.getStyleClass().add("lesson-quote");
                yield quote;
            }
            case Block.Code(_, String text) -> code(text);
            case Block.Formula(String latex) -> display(latex);
            case Block.Rule _ -> {
                var rule = new Region();
                rule.getStyleClass().add("lesson-rule");
                yield rule;
            }
            case Block.Table table -> table(table);
            case Block.SimulationHere _, Block.ExerciseHere _ -> new Region();
        };
    }

    private Node heading(int level, List<Inline> text) {
        TextFlow flow = paragraph(text, "lesson-heading");
        flow.getStyleClass().add("lesson-heading-" + Math.min(level, 4));
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText("Heading: " + Inline.words(text));
        return flow;
    }

    TextFlow paragraph(List<Inline> text, String styleClass) {
        var flow = new Paragraph();
        flow.getStyleClass().add(styleClass);
        flow.setNodeOrientation(Direction.ofText(text));
        boolean turns = flow.getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        inline(text, flow.getChildren()::add, turns ? List.of(TURNS) : List.of());
        return flow;
    }

    /// Plain words, broken into lines where they have to be.
    static TextFlow plain(String words, String styleClass) {
        var flow = new Paragraph();
        flow.getStyleClass().add(styleClass);
        flow.setNodeOrientation(Direction.of(words));
        Direction.unbroken(words).forEach(part -> flow.getChildren().add(words(part, List.of())));
        return flow;
    }

    private void inline(List<Inline> text, Consumer<Node> out, List<String> styles) {
        for (Inline piece : text) {
            switch (piece) {
                case Inline.Text(String words) ->
                    Direction.unbroken(words).forEach(part -> out.accept(words(part, styles)));
                case Inline.LineEnd(boolean hard) -> out.accept(words(hard ? "\n" : " ", styles));
                case Inline.Emphasis(var inner) -> inline(inner, out, with(styles, "lesson-emphasis"));
                case Inline.Strong(var inner) -> inline(inner, out, with(styles, "lesson-strong"));
                case Inline.Code(String code) -> out.accept(words(code, with(styles, "lesson-code-inline")));
                case Inline.Formula(String latex, boolean isDisplay) -> {
                    var style = isDisplay ? Formulas.Style.DISPLAY : Formulas.Style.INLINE;
                    var parts = turns(styles) ? List.of(latex) : pieces(latex, style, formulas);
                    parts.forEach(part -> out.accept(formula(part, style)));
                }
                case Inline.Link(var inner, LinkTarget target) -> out.accept(link(Inline.words(inner), target));
                case Inline.Picture picture -> out.accept(picture(picture));
            }
        }
    }

    /// Pieces of a formula would stand in the wrong order among words from right to left: there it stays whole.
    private static boolean turns(List<String> styles) {
        return styles.contains(TURNS);
    }

    private static List<String> with(List<String> styles, String more) {
        var all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }

    private static Text words(String words, List<String> styles) {
        var text = new Text(words);
        text.getStyleClass().add("lesson-words");
        text.getStyleClass().addAll(styles);
        return text;
    }

    /// A formula in the pieces that a line may be broken between: the whole if it is short.
    private static List<String> pieces(String latex, Formulas.Style style, Formulas formulas) {
        var whole = formulas.layOut(latex, style);
        if (whole.problem().isPresent() || whole.width() <= LONG_FORMULA) {
            return List.of(latex);
        }
        var pieces = new ArrayList<String>();
        for (String part : FormulaBreaks.pieces(latex, false)) {
            boolean still = formulas.layOut(part, style).width() > LONG_FORMULA;
            pieces.addAll(still ? FormulaBreaks.pieces(part, true) : List.of(part));
        }
        boolean sound = pieces.stream().allMatch(part -> formulas.layOut(part, style).problem().isEmpty());
        return sound ? pieces : List.of(latex);
    }

    private FormulaNode formula(String latex, Formulas.Style style) {
        var layout = formulas.layOut(latex, style);
        var node = new FormulaNode(layout, BODY * FORMULA * scale);
        explained(node);
        return node;
    }

    /// Pointed at, or reached by the keyboard, a formula says what its symbols mean; clicked on, it opens the glossary.
    private void explained(FormulaNode node) {
        node.setOnMouseEntered(_ -> {
            node.setOnMouseEntered(null); // most are never pointed at
            var entries = actions.symbols(node.formula().latex());
            if (!node.broken() && !entries.isEmpty()) {
                new SymbolHint(node, entries, actions::define);
            }
        });
    }

    /// A formula in the middle of the column, in several lines where it is too wide for one.
    private Node display(String latex) {
        var node = new FormulaNode(formulas.layOut(latex, Formulas.Style.DISPLAY), DISPLAY * scale);
        var entries = actions.symbols(latex);
        if (!entries.isEmpty()) {
            new SymbolHint(node, entries, actions::define);
            node.setFocusTraversable(true);
        }
        var pieces = pieces(latex, Formulas.Style.DISPLAY, formulas).stream()
                .map(part -> new FormulaNode(formulas.layOut(part, Formulas.Style.DISPLAY), DISPLAY * scale))
                .toList();
        pieces.forEach(this::explained);
        var middle = new StackPane(new FittedFormula(node, pieces.size() > 1 ? pieces : List.of()));
        middle.getStyleClass().add("lesson-formula");
        return middle;
    }

    private Node link(String words, LinkTarget target) {
        return switch (target) {
            case LinkTarget.Do _ -> pill("▶ " + words, target);
            case LinkTarget.Show _ -> pill("◉ " + words, target);
            case LinkTarget.OtherLesson _, LinkTarget.Web _ -> {
                var link = new Hyperlink(words);
                link.getStyleClass().add("lesson-link");
                link.setOnAction(_ -> actions.follow(target));
                yield link;
            }
            case LinkTarget.Broken _ -> words(words, List.of("lesson-broken"));
        };
    }

    private Button pill(String words, LinkTarget target) {
        var button = new Button(words);
        button.getStyleClass().add("lesson-pill");
        button.setOnAction(_ -> actions.follow(target));
        return button;
    }

    private Node picture(Inline.Picture picture) {
        var file = actions.picture(picture);
        if (file.isEmpty()) {
            return words("[" + picture.alternative() + "]", List.of("lesson-broken"));
        }
        var view = new ImageView(new Image(file.get().toUri().toString(), true));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(picture.alternative());
        view.getImage().widthProperty().addListener((_, _, width) ->
                view.setFitWidth(Math.min(width.doubleValue(), 540 * scale)));
        return view;
    }

    private Node list(List<List<Block>> items, int start) {
        var list = new VBox();
        list.getStyleClass().add("lesson-list");
        list.setNodeOrientation(Direction.of(items.stream().flatMap(List::stream).toList()));
        for (int i = 0; i < items.size(); i++) {
            var mark = new Label(start == 0 ? "•" : (start + i) + ".");
            mark.getStyleClass().add("lesson-list-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            var content = column(items.get(i));
            HBox.setHgrow(content, Priority.ALWAYS);
            var row = new HBox(mark, content);
            row.setAlignment(Pos.TOP_LEFT);
            list.getChildren().add(row);
        }
        return list;
    }

    private static Node code(String text) {
        var label = new Text(text.stripTrailing());
        label.getStyleClass().add("lesson-code-text");
        var box = new StackPane(label);
        box.setAlignment(Pos.TOP_LEFT);
        var scroll = Scrolls.around(box);
        scroll.getStyleClass().addAll("lesson-code", "edge-to-edge");
        scroll.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        return scroll;
    }

    /// Whether a column holds sentences or long formulas, which may be broken into lines; words may not.
    private static boolean hasLongText(Block.Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .anyMatch(cell -> Inline.words(cell).length() > LONG_TEXT);
    }

    private Node table(Block.Table table) {
        var grid = new GridPane();
        grid.getStyleClass().add("lesson-table");
        grid.setNodeOrientation(Direction.of(List.of(table)));
        for (int column = 0; column < table.header().size(); column++) {
            var constraints = new ColumnConstraints();
            HPos alignment = switch (table.alignments().get(column)) {
                case LEFT -> HPos.LEFT;
                case CENTER -> HPos.CENTER;
                case RIGHT -> HPos.RIGHT;
            };
            constraints.setHalignment(alignment);
            grid.getColumnConstraints().add(constraints);
            grid.add(cell(table.header().get(column), alignment, "lesson-table-header"), column, 0);
            double formulas = 0;
            for (int row = 0; row < table.rows().size(); row++) {
                var cell = cell(table.rows().get(row).get(column), alignment, "lesson-table-cell");
                formulas = Math.max(formulas, widestFormula(cell));
                grid.add(cell, column, row + 1);
            }
            constraints.setMinWidth(hasLongText(table, column) ? narrowest(formulas) : Region.USE_PREF_SIZE);
        }
        return grid;
    }

    /// A column that may be narrowed keeps its formulas legible, as long as the other columns have room as well.
    private double narrowest(double formulas) {
        return Math.max(LONG_TEXT * 4 * scale, Math.min(READABLE * formulas + CELL_PADDING, WIDEST_KEPT));
    }

    private static double widestFormula(StackPane cell) {
        return cell.getChildren().stream()
                .flatMap(flow -> ((Paragraph) flow).getChildren().stream())
                .filter(FormulaNode.class::isInstance)
                .mapToDouble(formula -> formula.prefWidth(-1))
                .max().orElse(0);
    }

    private StackPane cell(List<Inline> text, HPos alignment, String styleClass) {
        var flow = paragraph(text, "lesson-table-text");
        flow.setTextAlignment(
                switch (alignment) {
                    case LEFT -> javafx.scene.text.TextAlignment.LEFT;
                    case CENTER -> javafx.scene.text.TextAlignment.CENTER;
                    case RIGHT -> javafx.scene.text.TextAlignment.RIGHT;
                });
        var box = new StackPane(flow);
        box.getStyleClass().add(styleClass);
        return box;
    }
}
