package rewardscope.lesson;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of running text.
public sealed interface Inline {
    record Text(String text) implements Inline {}

    record Emphasis(List<Inline> text) implements Inline {}

    record Strong(List<Inline> text) implements Inline {}

    record Code(String text) implements Inline {}

    /// A formula in the line.
    ///
    /// @param display whether it was written between double dollars
    record Formula(String latex, boolean display) implements Inline {}

    record Link(List<Inline> text, LinkTarget target) implements Inline {}

    /// A picture in the lesson's folder tree.
    ///
    /// @param path relative to the lesson's folder, checked to stay below it
    /// @param alternative what it shows, in words
    record Picture(String path, String alternative) implements Inline {}

    /// The end of a line: a hard one breaks it on the page, a soft one is a space.
    record LineEnd(boolean hard) implements Inline {}

    /// The words alone, formulas as LaTeX.
    static String words(List<Inline> text) {
        return text.stream()
                .map(inline -> switch (inline) {
                    case Text(String words) -> words;
                    case Code(String words) -> words;
                    case Emphasis(var inner) -> words(inner);
                    case Strong(var inner) -> words(inner);
                    case Link(var inner, _) -> words(inner);
                    case Formula(String latex, _) -> latex;
                    case Picture(_, String alternative) -> alternative;
                    case LineEnd _ -> " ";
                })
                .collect(Collectors.joining());
    }
}
