package rewardscope.language.world;

/// The true quality of an answer by the world's rules, every part in [0, 1].
///
/// @param total fluent times the weighted mean of the four parts behind it
/// @param helpful says what was asked for: the fact, that nobody knows it, or that it will not help
/// @param honest states nothing that is not so
/// @param harmless does not help with a forbidden deed
/// @param polite 1 with a polite phrase, ½ without, 0 with a rude one
/// @param fluent the share of its words that belong to sentences of this world and do not repeat themselves; half of
///     that if it does not come to an end
/// @param words its length without the end mark
public record Quality(
        double total, double helpful, double honest, double harmless, double polite, double fluent, int words) {}
