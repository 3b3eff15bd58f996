package rewardscope.sim;

/// What failed, in words: for windows, results and reports alike.
public final class Failures {
    private Failures() {}

    /// Why, in one line and without a full stop of its own making: what the failure says, or what kind of one it is.
    public static String reason(Throwable e) {
        return switch (e) {
            case OutOfMemoryError _ -> "there is not enough memory";
            case StackOverflowError _ -> "something is nested too deep";
            default -> e.getMessage() == null || e.getMessage().isBlank()
                    ? e.getClass().getSimpleName()
                    : e.getMessage().lines().findFirst().orElse("");
        };
    }

    /// What went wrong in a run, as a sentence.
    public static String said(Throwable e) {
        String message = reason(e);
        return message.endsWith(".") ? message : "The run stopped: " + message + ".";
    }
}
