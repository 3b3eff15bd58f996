package rewardscope.language.clips;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Environment;
import rewardscope.env.Episode;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.Plane;
import rewardscope.env.Scene;
import rewardscope.env.Transition;
import rewardscope.env.VectorEnvironment;
import rewardscope.math.StateExchange;

/// A world whose reward is the judge's. Episodes still count the true one.
///
/// What is seen and what is done come to the judge as one vector: a finite world as a 1 at its state and a 1 at the
/// action; a world of real numbers with each of them brought to [−1, 1] over its usual range.
sealed interface Judged extends Environment {
    Environment world();

    /// How many numbers what is seen and what is done are together.
    static int width(Environment world) {
        return switch (world) {
            case FiniteEnvironment finite -> finite.model().states() + finite.model().actions();
            case VectorEnvironment vector -> vector.observationNames().size() + switch (vector.actionSpace()) {
                case VectorEnvironment.ActionSpace.Discrete numbered -> numbered.count();
                case VectorEnvironment.ActionSpace.Box box -> box.dimensions();
            };
            case Environment other -> throw nothingToSee(other);
        };
    }

    static Judged by(Judge judge, Environment world) {
        return switch (world) {
            case FiniteEnvironment finite -> new Finite(finite, judge);
            case VectorEnvironment vector -> new Vector(vector, judge);
            case Environment other -> throw nothingToSee(other);
        };
    }

    private static IllegalArgumentException nothingToSee(Environment world) {
        return new IllegalArgumentException("nothing to see in " + world);
    }

    @Override
    default Episode episode() {
        return world().episode();
    }

    @Override
    default boolean needsReset() {
        return world().needsReset();
    }

    @Override
    default void exchange(StateExchange state) {
        state.part("world", world());
    }

    record Finite(FiniteEnvironment world, Judge judge) implements Judged, FiniteEnvironment {
        @Override
        public FiniteMdp model() {
            return world.model();
        }

        @Override
        public Layout layout() {
            return world.layout();
        }

        @Override
        public int state() {
            return world.state();
        }

        @Override
        public int reset() {
            return world.reset();
        }

        @Override
        public Transition step(int action) {
            var features = new double[judge.width];
            features[world.state()] = 1;
            features[world.model().states() + action] = 1;
            Transition next = world.step(action);
            double reward = judge.reward(features, next.reward(), next.endsEpisode());
            return new Transition(next.state(), reward, next.terminated(), next.truncated());
        }
    }

    record Vector(VectorEnvironment world, Judge judge) implements Judged, VectorEnvironment {
        @Override
        public List<String> observationNames() {
            return world.observationNames();
        }

        @Override
        public List<Range> observationRanges() {
            return world.observationRanges();
        }

        @Override
        public ActionSpace actionSpace() {
            return world.actionSpace();
        }

        @Override
        public Scene scene() {
            return world.scene();
        }

        @Override
        public Optional<Plane> plane() {
            return world.plane();
        }

        @Override
        public double[] observation() {
            return world.observation();
        }

        @Override
        public double[] reset() {
            return world.reset();
        }

        @Override
        public Outcome step(double[] action) {
            double[] features = features(action);
            Outcome next = world.step(action);
            double reward = judge.reward(features, next.reward(), next.endsEpisode());
            return new Outcome(next.observation(), reward, next.terminated(), next.truncated());
        }

        private double[] features(double[] action) {
            var features = new double[judge.width];
            double[] seen = world.observation();
            var ranges = world.observationRanges();
            for (int i = 0; i < seen.length; i++) {
                Range range = ranges.get(i);
                features[i] = (2 * seen[i] - range.low() - range.high()) / (range.high() - range.low());
            }
            switch (world.actionSpace()) {
                case ActionSpace.Discrete _ -> features[seen.length + (int) action[0]] = 1;
                case ActionSpace.Box box -> {
                    for (int i = 0; i < action.length; i++) {
                        features[seen.length + i] = action[i] / Math.max(1e-9, box.high()[i]);
                    }
                }
            }
            return features;
        }
    }
}
