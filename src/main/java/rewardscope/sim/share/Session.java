package rewardscope.sim.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a window was left: what was open, how far every run of it had come, and how the window looked.
///
/// @param lesson the lesson's file, in the library's folder by its path there, others by their whole path; empty for the
///     playground
/// @param runs by the simulation's name in the lesson; in the playground there is one, without a name
/// @param active the simulation on the stage
/// @param playground the experiment as it was written in the playground, mistakes included; empty if nobody was there
public record Session(
        Optional<String> lesson, Map<String, SavedRun> runs, String active, String playground, Appearance appearance) {
    public Session {
        runs = Map.copyOf(new LinkedHashMap<>(runs));
    }

    /// How the window looked. Places of dividers are shares of the room that there is; no places mean the usual ones.
    ///
    /// @param textScale 1 for the usual size of text
    /// @param tab the title of the instrument that was in front
    /// @param columns dividers between library, lesson and stage
    /// @param panes dividers between stage, equation and instruments
    /// @param speed acts a second, infinite for as fast as it goes
    /// @param welcomed whether the page for newcomers has been shown
    /// @param width of the window in its own units, 0 if nobody knows
    public record Appearance(
            boolean dark,
            double textScale,
            boolean library,
            boolean lesson,
            String tab,
            List<Double> columns,
            List<Double> panes,
            double speed,
            double width,
            double height,
            boolean maximized,
            boolean welcomed) {
        public static final Appearance USUAL =
                new Appearance(false, 1, true, true, "", List.of(), List.of(), 4, 0, 0, false, false);

        public Appearance {
            columns = List.copyOf(columns);
            panes = List.copyOf(panes);
        }
    }
}
