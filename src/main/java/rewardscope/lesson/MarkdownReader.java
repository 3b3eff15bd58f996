package rewardscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Turns Markdown into [Block]s.
final class MarkdownReader {
    private static final int DEEPEST = 30;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customBlockParserFactory(new FormulaSyntax.BlockFactory())
            .customInlineContentParserFactory(new FormulaSyntax.InlineFactory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    /// What stands in a fence: a block for the text, or nothing.
    interface Fences {
        Optional<Block> read(String info, String content, Origin origin, int line, int column);
    }

    private final Problems problems;
    private final int firstLine;
    private final int firstColumn;
    private final boolean exact;
    private final Fences fences;
    private final Places places;

    private MarkdownReader(
            Problems problems,
            int firstLine,
            int firstColumn,
            boolean exact,
            Fences fences,
            Places places) {
        this.problems = problems;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
        this.exact = exact;
        this.fences = fences;
        this.places = places;
    }

    /// Reads a lesson's own text, whose lines are the file's.
    static List<Block> file(String text, Problems problems, Fences fences, Places places) {
        var reader = new MarkdownReader(problems, 1, 1, true, fences, places);
        return reader.blocks(PARSER.parse(text), 0);
    }

    /// Reads a text that stands in a YAML value; everything in it has the position of the value.
    static List<Block> value(Node node, String text, Problems problems, Places places) {
        var reader = new MarkdownReader(
                problems, node.line(), node.column(), false, (_, _, _, _, _) -> Optional.empty(), places);
        return reader.blocks(PARSER.parse(text), 0);
    }

    private int line(org.commonmark.node.Node node) {
        var spans = node.getSourceSpans();
        return exact && !spans.isEmpty() ? firstLine + spans.getFirst().getLineIndex() : firstLine;
    }

    private int column(org.commonmark.node.Node node) {
        var spans = node.getSourceSpans();
        return exact && !spans.isEmpty() ? spans.getFirst().getColumnIndex() + 1 : firstColumn;
    }

    private List<Block> blocks(org.commonmark.node.Node parent, int depth) {
        var blocks = new ArrayList<Block>();
        if (depth > DEEPEST) {
            problems.at(line(parent), column(parent), "this is nested too deep", "");
            return blocks;
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth).ifPresent(blocks::add);
        }
        return List.copyOf(blocks);
    }

    private Optional<Block> block(org.commonmark.node.Node node, int depth) {
        return switch (node) {
            case Heading heading -> Optional.of(new Block.Heading(heading.getLevel(), inlines(heading, 0)));
            case Paragraph paragraph -> Optional.of(paragraph(paragraph));
            case BulletList list -> Optional.of(new Block.BulletList(items(list, depth)));
            case OrderedList list -> Optional.of(new Block.OrderedList(
                    Optional.ofNullable(list.getMarkerStartNumber()).orElse(1), items(list, depth)));
            case BlockQuote quote -> Optional.of(new Block.Quote(blocks(quote, depth + 1)));
            case FencedCodeBlock fence -> fence(fence);
            case IndentedCodeBlock code -> Optional.of(new Block.Code("", code.getLiteral()));
            case ThematicBreak _ -> Optional.of(new Block.Rule());
            case FormulaSyntax.FormulaBlock formula -> formula(formula);
            case TableBlock table -> Optional.of(table(table));
            case HtmlBlock html -> {
                refuseHtml(html, html.getLiteral());
                yield Optional.empty();
            }
            case LinkReferenceDefinition _ -> Optional.empty();
            case Document document -> Optional.of(new Block.Quote(blocks(document, depth + 1)));
            default -> Optional.empty();
        };
    }

    private Block paragraph(Paragraph paragraph) {
        var text = inlines(paragraph, 0);
        return text.size() == 1 && text.getFirst() instanceof Inline.Formula(String latex, boolean display) && display
                ? new Block.Formula(latex)
                : new Block.Paragraph(text);
    }

    private Optional<Block> formula(FormulaSyntax.FormulaBlock formula) {
        if (!formula.closed) {
            problems.at(
                    line(formula),
                    column(formula),
                    "this formula is not closed: everything below it belongs to it",
                    "Write `$$` at its end");
        }
        places.formula(formula.latex, line(formula), column(formula));
        return Optional.of(new Block.Formula(formula.latex));
    }

    private void refuseHtml(org.commonmark.node.Node node, String html) {
        if (!html.strip().startsWith("<!--")) {
            problems.at(line(node), column(node), "HTML is not shown in a lesson", "Write it as Markdown");
        }
    }

    private List<List<Block>> items(org.commonmark.node.Node list, int depth) {
        var items = new ArrayList<List<Block>>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                items.add(blocks(item, depth + 1));
            }
        }
        return List.copyOf(items);
    }

    private Optional<Block> fence(FencedCodeBlock fence) {
        var spans = fence.getSourceSpans();
        int line = line(fence);
        int contentLines = (int) fence.getLiteral().lines().count();
        var shift = new int[contentLines];
        for (int i = 0; i < contentLines && i + 1 < spans.size(); i++) {
            SourceSpan span = spans.get(i + 1);
            shift[i] = span.getColumnIndex();
        }
        String info = Optional.ofNullable(fence.getInfo()).orElse("").strip();
        return fences.read(info, fence.getLiteral(), new Origin(line + 1, shift), line, column(fence));
    }

    private Block table(TableBlock table) {
        var alignments = new ArrayList<Block.Alignment>();
        var header = new ArrayList<List<Inline>>();
        var rows = new ArrayList<List<List<Inline>>>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                var cells = new ArrayList<List<Inline>>();
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell tableCell) {
                        cells.add(inlines(tableCell, 0));
                        if (tableCell.isHeader()) {
                            alignments.add(alignment(tableCell));
                        }
                    }
                }
                if (header.isEmpty()) {
                    header.addAll(cells);
                } else {
                    rows.add(List.copyOf(cells));
                }
            }
        }
        return new Block.Table(List.copyOf(alignments), List.copyOf(header), List.copyOf(rows));
    }

    private static Block.Alignment alignment(TableCell cell) {
        var alignment = cell.getAlignment();
        if (alignment == null) {
            return Block.Alignment.LEFT;
        }
        return switch (alignment) {
            case LEFT -> Block.Alignment.LEFT;
            case CENTER -> Block.Alignment.CENTER;
            case RIGHT -> Block.Alignment.RIGHT;
        };
    }

    private List<Inline> inlines(org.commonmark.node.Node parent, int depth) {
        var inlines = new ArrayList<Inline>();
        if (depth > DEEPEST) {
            return inlines;
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            inline(node, depth).ifPresent(inline -> append(inline, inlines));
        }
        return List.copyOf(inlines);
    }

    /// Neighbouring words become one text.
    private static void append(Inline inline, List<Inline> inlines) {
        if (inline instanceof Inline.Text(String words)
                && !inlines.isEmpty()
                && inlines.getLast() instanceof Inline.Text(String before)) {
            inlines.set(inlines.size() - 1, new Inline.Text(before + words));
        } else {
            inlines.add(inline);
        }
    }

    private Optional<Inline> inline(org.commonmark.node.Node node, int depth) {
        return switch (node) {
            case Text text -> Optional.of(new Inline.Text(text.getLiteral()));
            case Code code -> Optional.of(new Inline.Code(code.getLiteral()));
            case Emphasis emphasis -> Optional.of(new Inline.Emphasis(inlines(emphasis, depth + 1)));
            case StrongEmphasis strong -> Optional.of(new Inline.Strong(inlines(strong, depth + 1)));
            case FormulaSyntax.InlineFormula formula -> {
                places.formula(formula.latex, line(formula), column(formula));
                yield Optional.of(new Inline.Formula(formula.latex, formula.display));
            }
            case Link link -> {
                var target = new LinkReader(problems, line(link), column(link)).read(link.getDestination());
                places.link(target, line(link), column(link));
                yield Optional.of(new Inline.Link(inlines(link, depth + 1), target));
            }
            case Image image -> picture(image, depth);
            case SoftLineBreak _ -> Optional.of(new Inline.LineEnd(false));
            case HardLineBreak _ -> Optional.of(new Inline.LineEnd(true));
            case HtmlInline html -> {
                refuseHtml(html, html.getLiteral());
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Inline> picture(Image image, int depth) {
        String path = image.getDestination();
        if (!LessonPaths.staysBelow(path)) {
            problems.at(
                    line(image),
                    column(image),
                    "the picture `" + path + "` is not in the lesson's folder",
                    "Put it beside the lesson and write its name");
            return Optional.empty();
        }
        return Optional.of(new Inline.Picture(path, Inline.words(inlines(image, depth + 1))));
    }
}
