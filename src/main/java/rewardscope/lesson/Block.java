package rewardscope.lesson;

import java.util.List;

/// A block of a lesson's text, in the order of reading.
public sealed interface Block {
    record Heading(int level, List<Inline> text) implements Block {}

    record Paragraph(List<Inline> text) implements Block {}

    record BulletList(List<List<Block>> items) implements Block {}

    record OrderedList(int start, List<List<Block>> items) implements Block {}

    record Quote(List<Block> blocks) implements Block {}

    /// A code block.
    ///
    /// @param language as written after the fence, or empty
    record Code(String language, String text) implements Block {}

    /// A formula on a line of its own.
    record Formula(String latex) implements Block {}

    /// A line across the page.
    record Rule() implements Block {}

    /// Rows of cells, each row as long as the header.
    record Table(List<Alignment> alignments, List<List<Inline>> header, List<List<List<Inline>>> rows)
            implements Block {}

    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /// The place where a simulation is introduced.
    record SimulationHere(String id) implements Block {}

    /// The place of an exercise.
    record ExerciseHere(String id) implements Block {}
}
