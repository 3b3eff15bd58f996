package rewardscope.cli;

import java.util.List;
import rewardscope.lesson.Problem;

/// Ends a command with a code and a sentence for the user.
public final class CommandFailure extends RuntimeException {
    private final int exitCode;

    public CommandFailure(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /// The author's text is wrong: one line a problem.
    static CommandFailure input(List<Problem> problems) {
        return new CommandFailure(
                ExitCode.INPUT, String.join(System.lineSeparator(), problems.stream().map(Problem::text).toList()));
    }

    static CommandFailure call(String sentence) {
        return new CommandFailure(ExitCode.CALL, sentence);
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
