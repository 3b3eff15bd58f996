package rewardscope.cli;

/// How a command ended.
public final class ExitCode {
    public static final int WELL = 0;
    /// The input is wrong.
    public static final int INPUT = 1;
    /// The call is wrong.
    public static final int CALL = 2;
    /// It failed while running.
    public static final int FAILED = 3;

    private ExitCode() {}
}
