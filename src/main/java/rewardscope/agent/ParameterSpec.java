package rewardscope.agent;

import java.util.List;

/// What may be set on an agent: its key in an experiment, what it means, and what values are right.
public sealed interface ParameterSpec {
    /// Kebab-case key.
    String name();

    /// One line for a tooltip.
    String meaning();

    /// A number with a schedule and a slider.
    ///
    /// @param symbol as it is written in LaTeX
    /// @param initial what holds when nothing is said
    /// @param min smallest and
    /// @param max largest value that make sense, both allowed
    /// @param onOff whether it is only ever 1 or 0: a switch
    record Hyper(String name, String symbol, double initial, double min, double max, boolean onOff, String meaning)
            implements ParameterSpec {
        public Hyper(String name, String symbol, double initial, double min, double max, String meaning) {
            this(name, symbol, initial, min, max, false, meaning);
        }

        /// A switch that may be thrown while it runs.
        ///
        /// @param label what stands beside it, in the place of a symbol
        public static Hyper onOff(String name, String label, boolean initially, String meaning) {
            return new Hyper(name, label, initially ? 1 : 0, 0, 1, true, meaning);
        }
    }

    /// A whole number, fixed for a run.
    record Count(String name, int initial, int min, int max, String meaning) implements ParameterSpec {}

    /// Any number, fixed for a run.
    record Number(String name, double initial, double min, double max, String meaning) implements ParameterSpec {}

    /// Yes or no, fixed for a run.
    record Flag(String name, boolean initial, String meaning) implements ParameterSpec {}

    /// One of several words, the first of which holds when nothing is said.
    record Choice(String name, List<String> options, String meaning) implements ParameterSpec {}

    /// A list of whole numbers, such as the widths of hidden layers.
    record Counts(String name, List<Integer> initial, int min, int max, String meaning) implements ParameterSpec {}

    /// Rows of numbers, one row a state, all of one length; a single row may be written as a plain list.
    record Rows(String name, String meaning) implements ParameterSpec {}

    /// A policy to evaluate: `uniform`, or an action (or probabilities by action) for each state.
    record PolicyTable(String name, String meaning) implements ParameterSpec {}

    /// Actions to take in turn: a list, the last one repeated.
    record Script(String name, String meaning) implements ParameterSpec {}

    /// A list of scripts, one an episode, the last one repeated.
    record Scripts(String name, String meaning) implements ParameterSpec {}

    Hyper ALPHA = new Hyper("alpha", "\\alpha", 0.1, 0, 1, "Step size: how far each update moves towards its target");
    Hyper GAMMA = new Hyper("gamma", "\\gamma", 0.9, 0, 1, "Discount: what a reward is worth one step later");
    Hyper EPSILON =
            new Hyper("epsilon", "\\varepsilon", 0.1, 0, 1, "Exploration: probability of an action drawn at random");
    Hyper LAMBDA = new Hyper("lambda", "\\lambda", 0.9, 0, 1, "Trace decay: 0 is one-step, 1 is Monte Carlo");
    Number INITIAL = new Number("initial", 0, -1e9, 1e9, "Value of every entry of the table at the start");
    Flag IN_PLACE = new Flag("in-place", false, "Back up into the same table instead of a second one");
    PolicyTable POLICY = new PolicyTable("policy", "The policy to evaluate: `uniform`, or an action a state");
}
