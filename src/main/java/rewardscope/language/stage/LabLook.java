package rewardscope.language.stage;

import java.util.List;
import rewardscope.language.world.World;

/// What the language lab shows of itself at one moment.
///
/// @param stages in the order in which they come
/// @param samples what the model answers to a few fixed prompts, the likeliest token each time; there only while the
///     acts themselves have no answers to show
/// @param asOf how far the stage was, in [0, 1], when those answers were written
/// @param world knows the true quality of an answer; it never changes
/// @param labels how many the run learns from
/// @param byPeople how many of these were given by people
public record LabLook(
        List<LanguageLab.StageState> stages,
        List<LanguageLab.Written> samples,
        double asOf,
        World world,
        int labels,
        int byPeople) {
    public LabLook {
        stages = List.copyOf(stages);
        samples = List.copyOf(samples);
    }

    LabLook withLabels(int labels, int byPeople) {
        return new LabLook(stages, samples, asOf, world, labels, byPeople);
    }
}
