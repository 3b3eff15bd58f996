package rewardscope.sim;

/// Failures as a window says them.
final class Failures {
    private Failures() {}

    /// What went wrong, as a sentence.
    static String said(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.endsWith(".") ? message : "The run stopped: " + message + ".";
    }
}
