package rewardscope.agent;

/// A run whose numbers are no longer finite: it cannot go on, and what it was before that act can be looked at.
public final class Diverged extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /// @param step the environment step, counted from 1, at which it was found
    /// @param what what is no longer finite, with its verb, and what may help
    public Diverged(long step, String what) {
        super("it diverged at environment step " + step + ": " + what);
    }
}
