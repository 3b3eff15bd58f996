package rewardscope.sim.health;

import java.util.concurrent.Callable;
import rewardscope.sim.Failures;

/// What one check came to.
///
/// @param subject what was looked at, in a few words
/// @param well whether it is as it should be
/// @param sentence what was seen, or what is wrong and what to do
public record Finding(String subject, boolean well, String sentence) {
    public static Finding well(String subject, String sentence) {
        return new Finding(subject, true, sentence);
    }

    public static Finding wrong(String subject, String sentence) {
        return new Finding(subject, false, sentence);
    }

    /// A check that may fail in any way: whatever it throws becomes a finding.
    public static Finding of(String subject, Callable<Finding> check) {
        try {
            return check.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return wrong(subject, "The check was interrupted.");
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            String why = Failures.reason(e);
            return wrong(subject, "The check itself failed: " + why.lines().findFirst().orElse("no reason given"));
        }
    }

    /// One line of a report.
    public String line() {
        return (well ? "well   " : "WRONG  ") + subject + ": " + sentence;
    }
}
