package rewardscope.lesson;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Formulas in Markdown: `$...$` in a line, `$$...$$` in a line or as a block of lines. A dollar is only a dollar when
/// it stands before a space, is escaped, or nothing closes it in its paragraph.
final class FormulaSyntax {
    private FormulaSyntax() {}

    /// A formula among words.
    static final class InlineFormula extends CustomNode {
        final String latex;
        final boolean display;

        InlineFormula(String latex, boolean display) {
            this.latex = latex;
            this.display = display;
        }
    }

    /// A formula of its own.
    static final class FormulaBlock extends CustomBlock {
        String latex = "";
        boolean closed;
    }

    static final class InlineFactory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return FormulaSyntax::parseInline;
        }
    }

    private static ParsedInline parseInline(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean display = scanner.matchMultiple('$') >= 2;
        if (!display && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        var latex = new StringBuilder();
        while (scanner.hasNext()) {
            char c = scanner.peek();
            if (c == '\\') {
                latex.append(c);
                scanner.next();
                if (!scanner.hasNext()) {
                    break;
                }
                c = scanner.peek();
            } else if (c == '`') {
                return ParsedInline.none(); // code begins here, and a dollar in it is none of ours
            } else if (c == '$' && closes(latex, display)) {
                scanner.next();
                if (!display || scanner.next('$')) {
                    boolean price = !display && Character.isDigit(scanner.peek());
                    return price || latex.toString().isBlank()
                            ? ParsedInline.none()
                            : ParsedInline.of(
                                    new InlineFormula(latex.toString().strip(), display), scanner.position());
                }
                latex.append('$');
                continue;
            }
            latex.append(c);
            scanner.next();
        }
        return ParsedInline.none();
    }

    private static boolean closes(StringBuilder latex, boolean display) {
        return display || (!latex.isEmpty() && !Character.isWhitespace(latex.charAt(latex.length() - 1)));
    }

    static final class BlockFactory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= 4) {
                return BlockStart.none();
            }
            CharSequence line = state.getLine().getContent();
            int from = state.getNextNonSpaceIndex();
            String text = line.subSequence(from, line.length()).toString().stripTrailing();
            if (!text.startsWith("$$") || (text.length() > 4 && middleCloses(text))) {
                return BlockStart.none();
            }
            return BlockStart.of(new FormulaBlockParser()).atIndex(from);
        }

        /// Whether `$$` closes before the end of the line, so that words follow and it is part of a paragraph.
        private static boolean middleCloses(String text) {
            int close = text.indexOf("$$", 2);
            return close >= 0 && close < text.length() - 2;
        }
    }

    private static final class FormulaBlockParser extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private final StringBuilder latex = new StringBuilder();
        private boolean opened;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString().strip();
            if (!opened) {
                opened = true;
                text = text.substring(Math.min(2, text.length()));
            }
            if (text.endsWith("$$")) {
                block.closed = true;
                text = text.substring(0, text.length() - 2);
            }
            latex.append(text).append('\n');
        }

        @Override
        public void closeBlock() {
            block.latex = latex.toString().strip();
        }
    }
}
