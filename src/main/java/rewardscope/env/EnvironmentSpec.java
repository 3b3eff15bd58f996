package rewardscope.env;

import java.util.List;
import rewardscope.math.RandomStream;

/// A description of an environment: everything that its keys in an experiment say.
public interface EnvironmentSpec {
    /// Its `type` in an experiment.
    String type();

    /// What is wrong with it, all at once; [#create] may be called when this is empty.
    default List<Fault> faults() {
        return List.of();
    }

    /// Makes the environment, with its own stream of random numbers.
    Environment create(RandomStream random);

    /// Something that an author must mend.
    ///
    /// @param path the way to the place through keys and indices, such as `[cells, A, to]` or `[transitions, 3, p]`;
    ///     in a layout, `[layout, row, column]`, both from 0 (the column may be missing)
    /// @param message what is wrong and what was expected, a sentence without its full stop
    record Fault(List<String> path, String message) {
        public Fault {
            path = List.copyOf(path);
        }
    }
}
