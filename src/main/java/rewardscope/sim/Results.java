package rewardscope.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rewardscope.env.Layout;

/// What a run came to, complete and immutable: what `run` writes, and what computed answers read.
///
/// @param experiment as its author wrote it
/// @param backend what the arithmetic ran on
/// @param reached whether the run came to its stop, rather than to a limit on its length
/// @param diverged whether a value or a measure is no longer a finite number
/// @param stopped why it could not go on, in a sentence; everything else is from before that act
/// @param layout how the states lie, for worlds with numbered states
/// @param actions the names of their actions
/// @param learned what the agent has learned
/// @param series every value of each of the agent's series, by name
/// @param metrics single numbers, by name
public record Results(
        Map<String, Object> experiment,
        long seed,
        String backend,
        Counts counts,
        boolean reached,
        boolean diverged,
        Optional<String> stopped,
        List<EpisodeResult> episodes,
        Optional<Layout> layout,
        List<String> actions,
        View.Learned learned,
        Map<String, Points> series,
        Map<String, Double> metrics) {

    /// One episode that has ended.
    ///
    /// @param undiscountedReturn the plain sum of its rewards
    /// @param terminated whether the task ended it, rather than the step limit
    public record EpisodeResult(double undiscountedReturn, int length, boolean terminated) {}

    /// The values of a series.
    ///
    /// @param every of how many values one was kept: 1 unless there were very many
    public record Points(double[] values, int every) {}

    /// The actions of a state that are most likely, with ties within rounding.
    public List<String> likeliestActions(int state) {
        double[] row = learned.policy().orElseThrow()[state];
        double best = 0;
        for (double p : row) {
            best = Math.max(best, p);
        }
        double least = best - 1e-9;
        return IntStream.range(0, row.length)
                .filter(a -> row[a] > 0 && row[a] >= least)
                .mapToObj(actions::get)
                .toList();
    }
}
