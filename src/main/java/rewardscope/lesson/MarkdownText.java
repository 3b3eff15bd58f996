package rewardscope.lesson;

import java.util.List;

/// Markdown that stands in a YAML value outside a lesson: a glossary's meaning. It may have formulas and links to pages and
/// lessons, and no blocks that run something.
public final class MarkdownText {
    private MarkdownText() {}

    /// The blocks of a value; problems stand at the value's place.
    public static List<Block> read(Node node, Problems problems) {
        return Fields.textOf(node, "this", problems)
                .map(text -> MarkdownReader.value(node, text, problems, new Places()))
                .orElse(List.of());
    }
}
