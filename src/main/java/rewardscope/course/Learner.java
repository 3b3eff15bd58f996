package rewardscope.course;

/// Who works through the lessons here.
///
/// @param name as it shall stand on a report; may be empty
/// @param seed draws the numbers of lessons that have variants; the same on every machine for the same seed
public record Learner(String name, long seed) {}
