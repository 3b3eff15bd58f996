package rewardscope.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import rewardscope.lesson.Block;
import rewardscope.lesson.Inline;

/// Which way a text is written, told by its first letter: Arabic and Hebrew from right to left. Formulas, grids and code
/// keep their own direction, left to right.
final class Direction {
    /// Blanks, numbers, words, or signs: each is drawn the right way round by itself.
    private static final Pattern WORD =
            Pattern.compile("\\s+|\\p{N}+(?:[.,\u066B/]\\p{N}+)*|[\\p{L}\\p{M}]+|[^\\s\\p{L}\\p{M}\\p{N}]+");

    /// Letters with their marks, as many as have room in a narrow line at the largest size of text.
    private static final Pattern LETTERS = Pattern.compile("(?:\\P{M}\\p{M}*|\\p{M}+){1,6}");

    /// Words of so many letters have room in every line that they meet, so they are left whole.
    private static final int USUAL = 12;

    /// The letter before it keeps the form in which it is joined; then a hair of space, where a line may end. (A joiner
    /// after it would take the line's end into the next part.)
    private static final String BREAK = "\u200D\u200A";

    private Direction() {}

    /// What words alone cannot tell, such as digits, goes the way of what is around them.
    static NodeOrientation of(String words) {
        return words.codePoints()
                .mapToObj(c -> switch (Character.getDirectionality(c)) {
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Optional.of(NodeOrientation.LEFT_TO_RIGHT);
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                        Optional.of(NodeOrientation.RIGHT_TO_LEFT);
                    default -> Optional.<NodeOrientation>empty();
                })
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NodeOrientation.INHERIT);
    }

    /// Whether any of the words are written from right to left.
    static boolean turns(String words) {
        return words.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(d -> d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /// The words in pieces that stay in one line each. JavaFX 26 fails where it has to break a text from right to left
    /// into lines (an index out of bounds in its layout); between texts it breaks them well.
    static List<String> unbroken(String words) {
        return turns(words)
                ? WORD.matcher(words).results().map(MatchResult::group).flatMap(Direction::parts).toList()
                : List.of(words);
    }

    /// A word, or the parts of one so long that it may have to be broken itself.
    private static Stream<String> parts(String word) {
        if (word.length() <= USUAL || !turns(word)) {
            return Stream.of(word);
        }
        List<String> parts = LETTERS.matcher(word).results().map(MatchResult::group).toList();
        int last = parts.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> parts.get(i) + (i < last ? BREAK : ""));
    }

    static NodeOrientation ofText(List<Inline> text) {
        return of(Inline.words(text.stream().filter(piece -> !(piece instanceof Inline.Formula)).toList()));
    }

    /// The way of the first block that has one.
    static NodeOrientation of(List<Block> blocks) {
        return blocks.stream()
                .map(Direction::of)
                .filter(way -> way != NodeOrientation.INHERIT)
                .findFirst()
                .orElse(NodeOrientation.INHERIT);
    }

    private static NodeOrientation of(Block block) {
        return switch (block) {
            case Block.Heading(_, var text) -> ofText(text);
            case Block.Paragraph(var text) -> ofText(text);
            case Block.BulletList(var items) -> of(items.stream().flatMap(List::stream).toList());
            case Block.OrderedList(_, var items) -> of(items.stream().flatMap(List::stream).toList());
            case Block.Quote(var blocks) -> of(blocks);
            case Block.Table(_, var header, var rows) -> ofText(header.stream().flatMap(List::stream).toList());
            case Block.Code _, Block.Formula _, Block.Rule _, Block.SimulationHere _, Block.ExerciseHere _ ->
                NodeOrientation.INHERIT;
        };
    }
}
