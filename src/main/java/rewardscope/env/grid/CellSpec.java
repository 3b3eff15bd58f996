package rewardscope.env.grid;

import java.util.Optional;

/// What an author says about one character of a layout.
///
/// @param reward paid on moving in, on leaving by `exit`, or on leaving for `to`
/// @param terminal whether moving in ends the episode
/// @param collect when the reward is received
/// @param to the character of the cell that every action leads to
/// @param reset whether moving in puts the agent back at the start, in the same episode
public record CellSpec(double reward, boolean terminal, Collect collect, Optional<Character> to, boolean reset) {
    public static final CellSpec FREE = new CellSpec(0, false, Collect.ENTER, Optional.empty(), false);

    /// When a cell's reward is received.
    public enum Collect {
        /// On moving in.
        ENTER,
        /// By the single action `exit`, which then ends the episode.
        EXIT
    }

    /// Moving in pays the reward and ends the episode.
    public static CellSpec terminal(double reward) {
        return new CellSpec(reward, true, Collect.ENTER, Optional.empty(), false);
    }

    /// The only action is `exit`, which pays the reward and ends the episode.
    public static CellSpec exit(double reward) {
        return new CellSpec(reward, true, Collect.EXIT, Optional.empty(), false);
    }

    /// Moving in pays the reward; the episode goes on.
    public static CellSpec paying(double reward) {
        return new CellSpec(reward, false, Collect.ENTER, Optional.empty(), false);
    }

    /// Every action pays the reward and leads to the cell with this character.
    public static CellSpec leadingTo(char target, double reward) {
        return new CellSpec(reward, false, Collect.ENTER, Optional.of(target), false);
    }

    /// Moving in pays the reward and puts the agent back at the start.
    public static CellSpec reset(double reward) {
        return new CellSpec(reward, false, Collect.ENTER, Optional.empty(), true);
    }

    boolean isExit() {
        return collect == Collect.EXIT;
    }

    /// Whether episodes end here.
    boolean ends() {
        return terminal || isExit();
    }

    /// Whether an agent can be found here with something left to do.
    boolean canStart() {
        return !terminal && !isExit() && !reset;
    }
}
