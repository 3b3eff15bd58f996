package rewardscope.agent.approximation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.agent.StepEvent;
import rewardscope.env.Environment;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.VectorEnvironment;
import rewardscope.env.VectorEnvironment.ActionSpace;

/// What an approximating agent sees of an environment, as a vector of numbers, and how it acts there.
///
/// A vector of observations is seen as it is, or with each component's usual range brought to [−1, 1]. Of a finite
/// world the agent sees the indicator of the state: 1 in its own place, 0 elsewhere. An action is one number (the index
/// of a numbered action), or the point in the box, which is brought into the box before it acts.
public final class Sight {
    private final Environment environment;
    private final boolean scaled;
    private final ActionSpace actions;
    private final int width;
    private final double[] centre;
    private final double[] halfRange;

    private boolean started;
    private double reward;
    private boolean terminated;
    private boolean truncated;
    private int from = -1;
    private int to = -1;
    private int taken = -1;

    /// @param scaled whether each component's usual range becomes [−1, 1]
    public Sight(Environment environment, boolean scaled) {
        this.environment = environment;
        this.scaled = scaled && environment instanceof VectorEnvironment;
        switch (environment) {
            case VectorEnvironment world -> {
                actions = world.actionSpace();
                var ranges = world.observationRanges();
                width = ranges.size();
                centre = ranges.stream().mapToDouble(r -> 0.5 * (r.low() + r.high())).toArray();
                halfRange = ranges.stream().mapToDouble(r -> 0.5 * (r.high() - r.low())).toArray();
            }
            case FiniteEnvironment world -> {
                actions = new ActionSpace.Discrete(world.model().actionNames());
                width = world.model().states();
                centre = new double[0];
                halfRange = new double[0];
            }
            default -> throw new IllegalArgumentException("nothing to see in " + environment);
        }
    }

    /// Why an agent with numbered actions cannot see or act there.
    public static Optional<String> needsNumberedActions(Environment environment) {
        if (environment instanceof VectorEnvironment world && world.actionSpace() instanceof ActionSpace.Box) {
            return Optional.of("it chooses among numbered actions, and here an action is a real number "
                    + "(a force can be made discrete with `actions: 7`)");
        }
        return needsAnyActions(environment);
    }

    /// Why an agent that can do both numbered actions and forces cannot see or act there.
    public static Optional<String> needsAnyActions(Environment environment) {
        return switch (environment) {
            case VectorEnvironment _ -> Optional.empty();
            case FiniteEnvironment world when everyActionEverywhere(world.model()) -> Optional.empty();
            case FiniteEnvironment _ ->
                Optional.of("its policy gives every action a probability in every state, and here some states lack some "
                        + "actions (`collect: enter` needs no `exit`)");
            default -> Optional.of("it learns from observations of states, and there are none here");
        };
    }

    private static boolean everyActionEverywhere(FiniteMdp model) {
        return IntStream.range(0, model.states())
                .allMatch(s -> model.terminal(s) || model.availableActions(s).length == model.actions());
    }

    public Environment environment() {
        return environment;
    }

    public ActionSpace actions() {
        return actions;
    }

    /// Numbered actions.
    public int actionCount() {
        return ((ActionSpace.Discrete) actions).count();
    }

    /// Numbers in one action.
    public int actionWidth() {
        return actions instanceof ActionSpace.Box box ? box.dimensions() : 1;
    }

    /// Numbers in what is seen.
    public int width() {
        return width;
    }

    /// What the numbers mean.
    public List<String> names() {
        return switch (environment) {
            case VectorEnvironment world -> world.observationNames();
            case FiniteEnvironment world ->
                IntStream.range(0, width).mapToObj(world.layout()::stateName).toList();
            default -> List.of();
        };
    }

    /// Where the episode stands; starts a new one if the last has ended ([#started]). A fresh array.
    public double[] look() {
        started = environment.needsReset();
        return switch (environment) {
            case VectorEnvironment world -> see(started ? world.reset() : world.observation());
            case FiniteEnvironment world -> indicator(started ? world.reset() : world.state());
            default -> throw new IllegalStateException();
        };
    }

    /// How an observation of the environment looks to the agent.
    public double[] see(double[] observation) {
        if (!scaled) {
            return observation;
        }
        var x = new double[width];
        for (int i = 0; i < width; i++) {
            x[i] = (observation[i] - centre[i]) / halfRange[i];
        }
        return x;
    }

    /// How a state of a finite world looks to the agent.
    public double[] indicator(int state) {
        var x = new double[width];
        x[state] = 1;
        return x;
    }

    /// Acts, and returns what is seen then: also where the episode ended. A fresh array.
    public double[] act(double[] action) {
        if (environment instanceof FiniteEnvironment world) {
            from = world.state();
            taken = (int) action[0];
            var next = world.step(taken);
            to = next.state();
            reward = next.reward();
            terminated = next.terminated();
            truncated = next.truncated();
            return indicator(to);
        }
        var outcome = ((VectorEnvironment) environment).step(inBox(action));
        reward = outcome.reward();
        terminated = outcome.terminated();
        truncated = outcome.truncated();
        return see(outcome.observation());
    }

    private double[] inBox(double[] action) {
        if (!(actions instanceof ActionSpace.Box box)) {
            return action;
        }
        var inside = new double[action.length];
        for (int i = 0; i < action.length; i++) {
            inside[i] = Math.max(box.low()[i], Math.min(box.high()[i], action[i]));
        }
        return inside;
    }

    /// Whether the last [#look] began an episode.
    public boolean started() {
        return started;
    }

    public double reward() {
        return reward;
    }

    public boolean terminated() {
        return terminated;
    }

    public boolean truncated() {
        return truncated;
    }

    public boolean endsEpisode() {
        return terminated || truncated;
    }

    /// The last transition, in a finite world.
    public Optional<StepEvent.Move> move() {
        return environment instanceof FiniteEnvironment
                ? Optional.of(new StepEvent.Move(from, taken, to, reward, started, terminated, truncated))
                : Optional.empty();
    }
}
