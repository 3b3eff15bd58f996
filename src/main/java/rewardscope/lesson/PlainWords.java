package rewardscope.lesson;

import java.util.List;
import java.util.stream.Collectors;

/// A lesson's text without its looks: for searching and for reading aloud. Formulas stay LaTeX.
public final class PlainWords {
    private PlainWords() {}

    /// The words of blocks, separated by spaces.
    public static String of(List<Block> blocks) {
        return blocks.stream().map(PlainWords::of).filter(words -> !words.isBlank()).collect(Collectors.joining(" "));
    }

    /// The words of one block; a simulation and an exercise have none here.
    public static String of(Block block) {
        return switch (block) {
            case Block.Heading(_, var text) -> Inline.words(text);
            case Block.Paragraph(var text) -> Inline.words(text);
            case Block.BulletList(var items) -> items.stream().map(PlainWords::of).collect(Collectors.joining(" "));
            case Block.OrderedList(_, var items) -> items.stream().map(PlainWords::of).collect(Collectors.joining(" "));
            case Block.Quote(var inner) -> of(inner);
            case Block.Code(_, String text) -> text;
            case Block.Formula(String latex) -> latex;
            case Block.Table(_, var header, var rows) ->
                cells(header) + " " + rows.stream().map(PlainWords::cells).collect(Collectors.joining(" "));
            case Block.Rule _, Block.SimulationHere _, Block.ExerciseHere _ -> "";
        };
    }

    private static String cells(List<List<Inline>> cells) {
        return cells.stream().map(Inline::words).collect(Collectors.joining(" "));
    }
}
