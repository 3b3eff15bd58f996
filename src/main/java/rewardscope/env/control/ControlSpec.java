package rewardscope.env.control;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;

/// A `cart-pole`, a `pendulum` or an `inverted-pendulum`.
///
/// @param actions how many evenly spaced forces to choose from; 0: any force in the range
/// @param startState the numbers of the state to start from; empty: drawn as usual
public record ControlSpec(World world, int actions, int maxSteps, List<Double> startState)
        implements EnvironmentSpec {
    public ControlSpec {
        startState = List.copyOf(startState);
    }

    /// Which world, with what its state is made of and its usual step limit.
    public enum World {
        CART_POLE("cart-pole", List.of("position", "velocity", "angle", "angular velocity"), 500),
        PENDULUM("pendulum", List.of("angle", "angular velocity"), 200),
        INVERTED_PENDULUM("inverted-pendulum", List.of("position", "angle", "velocity", "angular velocity"), 1000);

        private final String type;
        private final List<String> stateNames;
        private final int usualMaxSteps;

        World(String type, List<String> stateNames, int usualMaxSteps) {
            this.type = type;
            this.stateNames = stateNames;
            this.usualMaxSteps = usualMaxSteps;
        }

        /// Its `type` in an experiment.
        public String type() {
            return type;
        }

        /// What the numbers of a `start-state` are, in order.
        public List<String> stateNames() {
            return stateNames;
        }

        /// The default of `max-steps`.
        public int usualMaxSteps() {
            return usualMaxSteps;
        }

        /// Whether the force may be any number, so that `actions` may make it discrete.
        public boolean hasForceRange() {
            return this != CART_POLE;
        }
    }

    /// Everything at its default.
    public static ControlSpec of(World world) {
        return new ControlSpec(world, 0, world.usualMaxSteps(), List.of());
    }

    public ControlSpec withActions(int actions) {
        return new ControlSpec(world, actions, maxSteps, startState);
    }

    public ControlSpec withMaxSteps(int maxSteps) {
        return new ControlSpec(world, actions, maxSteps, startState);
    }

    public ControlSpec startingFrom(Double... numbers) {
        return new ControlSpec(world, actions, maxSteps, List.of(numbers));
    }

    @Override
    public String type() {
        return world.type();
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!world.hasForceRange() && actions != 0) {
            faults.add(new Fault(List.of("actions"), "the actions here are `left` and `right` and cannot be changed"));
        } else if (actions != 0 && actions < 2) {
            faults.add(new Fault(List.of("actions"), "expected at least 2 forces to choose from, found " + actions));
        }
        if (maxSteps < 1) {
            faults.add(new Fault(List.of("max-steps"), "expected a whole number of at least 1, found " + maxSteps));
        }
        if (!startState.isEmpty() && startState.size() != world.stateNames().size()) {
            faults.add(new Fault(
                    List.of("start-state"),
                    "expected " + world.stateNames().size() + " numbers ("
                            + String.join(", ", world.stateNames()) + "), found " + startState.size()));
        }
        for (int i = 0; i < startState.size(); i++) {
            if (!Double.isFinite(startState.get(i))) {
                faults.add(new Fault(List.of("start-state", "" + i), "expected a finite number"));
            }
        }
        return List.copyOf(faults);
    }

    @Override
    public ControlEnvironment create(RandomStream random) {
        return switch (world) {
            case CART_POLE -> new CartPole(this, random);
            case PENDULUM -> new Pendulum(this, random);
            case INVERTED_PENDULUM -> new InvertedPendulum(this, random);
        };
    }
}
