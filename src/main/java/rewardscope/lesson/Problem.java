package rewardscope.lesson;

import java.nio.file.Path;
import java.util.Comparator;

/// What is wrong in an author's text, where, and what to do about it.
///
/// @param file where the text came from
/// @param line counted from 1
/// @param column counted from 1
/// @param message a sentence without its full stop
/// @param cure a sentence that says what to write instead, or empty
public record Problem(Path file, int line, int column, String message, String cure) {
    public static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    /// Message and cure as one line.
    public String sentence() {
        return cure.isEmpty() ? message : message + ". " + cure;
    }

    /// `file:line:column: error: message`, the form that editors know how to jump to.
    public String text() {
        return file + ":" + line + ":" + column + ": error: " + sentence();
    }
}
