package rewardscope.ui.shell;

import java.util.List;
import java.util.Optional;
import rewardscope.lesson.Problem;
import rewardscope.sim.Experiment;

/// Reads an experiment from text.
@FunctionalInterface
interface ExperimentText {
    Result read(String yaml);

    /// @param experiment there only if nothing is wrong
    record Result(Optional<Experiment> experiment, List<Problem> problems) {}
}
