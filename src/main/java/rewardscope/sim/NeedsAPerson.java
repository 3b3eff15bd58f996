package rewardscope.sim;

/// A run without a window was asked of an agent whose actions a person chooses: it would wait for ever.
public final class NeedsAPerson extends IllegalStateException {
    NeedsAPerson(String agent) {
        super("the agent `" + agent + "` waits for a person's keys, and without a window there are none. Open the"
                + " experiment in the window, or write `scripted` with a list of actions");
    }
}
