package rewardscope.env;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// An environment seen through a vector of real numbers, with numbered actions or a force to choose.
public interface VectorEnvironment extends Environment {
    /// What may be done: one of `n` numbered actions, or a point in a box.
    sealed interface ActionSpace {
        /// @param names one a number, as shown on the screen
        record Discrete(List<String> names) implements ActionSpace {
            public int count() {
                return names.size();
            }

            /// The number of an action that is called by its name, or by its number unless the names are numbers
            /// themselves, as those of forces are.
            public OptionalInt number(String action) {
                int named = names.indexOf(action);
                if (named >= 0) {
                    return OptionalInt.of(named);
                }
                boolean numbers = names.stream().anyMatch(name -> name.matches("-?[0-9.]+"));
                return numbers
                        ? OptionalInt.empty()
                        : IntStream.range(0, count())
                                .filter(i -> Integer.toString(i).equals(action))
                                .findFirst();
            }
        }

        /// One real number in [low, high] per dimension.
        record Box(double[] low, double[] high) implements ActionSpace {
            public int dimensions() {
                return low.length;
            }
        }
    }

    /// What came of one action.
    ///
    /// @param observation what is seen now, a fresh array
    record Outcome(double[] observation, double reward, boolean terminated, boolean truncated) {
        public boolean endsEpisode() {
            return terminated || truncated;
        }
    }

    /// The names of the observation's components, as shown on the screen.
    List<String> observationNames();

    /// What a component of the observation usually lies between.
    record Range(double low, double high) {}

    /// The usual range of each component, for tile coding and for the axes of charts; values may fall outside.
    default List<Range> observationRanges() {
        return observationNames().stream().map(name -> new Range(-1, 1)).toList();
    }

    ActionSpace actionSpace();

    /// How it lies before the eye now.
    default Scene scene() {
        return new Scene.Numbers();
    }

    /// Over which two numbers its portraits are drawn, if there are such.
    default Optional<Plane> plane() {
        return Optional.empty();
    }

    /// What is seen now, a fresh array.
    double[] observation();

    /// Starts an episode and returns what is seen first.
    double[] reset();

    /// @param action one number: the index of a numbered action; or the point in the box
    Outcome step(double[] action);

    /// Takes a numbered action.
    default Outcome step(int action) {
        return step(new double[] {action});
    }
}
