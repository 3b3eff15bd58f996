package rewardscope.lesson;

import java.util.Map;
import java.util.Optional;

/// Where a link in a lesson leads.
public sealed interface LinkTarget {
    /// `do:track?episodes=2`: the simulation runs on by so much. `restart=true` starts it over first, and hyper-parameters
    /// (`alpha=0.5`) are changed before it runs.
    ///
    /// @param amount how many units, 0 for none
    /// @param changes hyper-parameters by name, as written
    record Do(String simulation, Unit unit, long amount, boolean restart, Map<String, String> changes)
            implements LinkTarget {}

    /// `show:track?state=3&action=down`: looks at something, changes nothing.
    ///
    /// @param pane `stage`, `equation`, `chart`, `table`, `answers`, `inside`, `compare`, `parameters`, `log`, or `label`: the page on
    ///     which people judge answers
    /// @param series the curve to bring forward
    /// @param figure the picture to bring forward inside the learner: `ratios`, `line-search`, `replay`, ...
    record Show(
            String simulation,
            Optional<String> state,
            Optional<String> action,
            Optional<String> pane,
            Optional<String> series,
            Optional<String> figure)
            implements LinkTarget {}

    /// Another lesson, as a path from this one's folder, and perhaps a heading in it. It is opened only by the reader.
    record OtherLesson(String path) implements LinkTarget {}

    /// A page on the web: shown, and opened outside only when the reader asks for it.
    record Web(String address) implements LinkTarget {}

    /// A link that could not be read; a problem says why.
    record Broken(String text) implements LinkTarget {}

    /// What a run is counted in.
    enum Unit {
        NOTHING,
        STEPS,
        EPISODES,
        SWEEPS,
        UPDATES
    }
}
