package rewardscope.sim.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rewardscope.agent.Family;
import rewardscope.agent.planning.RmsError;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.sim.Experiment;
import rewardscope.sim.Results;
import rewardscope.sim.Results.EpisodeResult;

/// What runs are compared by: a curve over the steps of a run, and one number for its end.
public enum Measure {
    /// The plain sum of an episode's rewards, averaged over the last episodes.
    RETURN("return", "return of an episode", "last 100 episodes", "gets the higher return", true),

    /// How many steps an episode takes: fewer are better where each step costs something.
    LENGTH("episode length", "steps of an episode", "last 100 episodes", "takes fewer steps", false),

    /// Of an agent that learns the values of a policy: how far they are from the true ones.
    VALUE_ERROR("value error", "RMS error of the values", "last 100 episodes", "comes closer to the true values", false),

    /// Of a bandit: the reward of a pull.
    REWARD("reward", "reward of a pull", "last tenth of the pulls", "gets the higher reward", true),

    /// Of a bandit: whether the pull was of the arm that is worth most.
    BEST_ARM("best arm", "share of pulls of the best arm", "last tenth of the pulls", "pulls the best arm more often", true);

    private static final int LAST_EPISODES = 100;
    private static final int SMOOTHED = 20;

    private final String brief;
    private final String title;
    private final String end;
    private final String praise;
    private final boolean moreIsBetter;

    Measure(String brief, String title, String end, String praise, boolean moreIsBetter) {
        this.brief = brief;
        this.title = title;
        this.end = end;
        this.praise = praise;
        this.moreIsBetter = moreIsBetter;
    }

    /// In a word or two, to choose it by.
    public String brief() {
        return brief;
    }

    /// As it stands on the screen, after "mean ".
    public String title() {
        return title;
    }

    /// Over what the number for the end of a run is a mean: "last 100 episodes".
    public String end() {
        return end;
    }

    /// What the better one of two does: "gets the higher return".
    String praise() {
        return praise;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// The measures that say something about an experiment, the usual one first.
    public static List<Measure> of(Experiment experiment) {
        if (experiment.environment() instanceof BanditSpec) {
            return List.of(REWARD, BEST_ARM);
        }
        return experiment.agentType().family() == Family.PREDICTION
                ? List.of(VALUE_ERROR, RETURN, LENGTH)
                : List.of(RETURN, LENGTH);
    }

    /// What a run came to.
    ///
    /// @param steps how long the run was to be
    /// @param points of the curve, at evenly spaced steps
    Outcome outcome(Results results, long steps, int points) {
        return switch (this) {
            case RETURN -> ofEpisodes(results, steps, points, EpisodeResult::undiscountedReturn);
            case LENGTH -> ofEpisodes(results, steps, points, EpisodeResult::length);
            case VALUE_ERROR -> ofValues(results, steps, points);
            case REWARD -> ofPulls(results, "reward", points);
            case BEST_ARM -> ofPulls(results, "optimal", points);
        };
    }

    /// The mean of the last episodes that had ended by each point.
    private static Outcome ofEpisodes(
            Results results, long steps, int points, ToDoubleFunction<EpisodeResult> what) {
        var curve = new double[points];
        List<EpisodeResult> episodes = results.episodes();
        long at = 0;
        int ended = 0;
        for (int p = 0; p < points; p++) {
            long until = Math.round((double) (p + 1) * steps / points);
            while (ended < episodes.size() && at + episodes.get(ended).length() <= until) {
                at += episodes.get(ended++).length();
            }
            curve[p] = mean(episodes.subList(Math.max(0, ended - SMOOTHED), ended), what);
        }
        int n = episodes.size();
        return new Outcome(curve, mean(episodes.subList(Math.max(0, n - LAST_EPISODES), n), what), trouble(results), "");
    }

    /// The error after the last episode that had ended by each point.
    private static Outcome ofValues(Results results, long steps, int points) {
        Results.Points errors = results.series().get(RmsError.SERIES);
        if (errors == null) {
            return Outcome.failed(points, "The true values of its policy are not known here, or it learns none.");
        }
        double[] values = errors.values();
        var curve = new double[points];
        long at = 0;
        int ended = 0;
        for (int p = 0; p < points; p++) {
            long until = Math.round((double) (p + 1) * steps / points);
            while (ended < results.episodes().size() && at + results.episodes().get(ended).length() <= until) {
                at += results.episodes().get(ended++).length();
            }
            curve[p] = ended == 0 ? Double.NaN : values[Math.min(values.length, (ended - 1) / errors.every() + 1) - 1];
        }
        int last = Math.max(1, LAST_EPISODES / errors.every());
        return new Outcome(curve, mean(values, Math.max(0, values.length - last), values.length), trouble(results), "");
    }

    private static double mean(List<EpisodeResult> episodes, ToDoubleFunction<EpisodeResult> what) {
        return episodes.stream().mapToDouble(what).average().orElse(Double.NaN);
    }

    /// The mean over the stretch of pulls before each point.
    private static Outcome ofPulls(Results results, String series, int points) {
        Results.Points pulls = results.series().get(series);
        if (pulls == null) {
            return Outcome.failed(points, "It has no curve of " + series + ".");
        }
        double[] values = pulls.values();
        int n = values.length;
        var curve = new double[points];
        for (int p = 0; p < points; p++) {
            curve[p] = mean(values, (int) ((long) p * n / points), (int) ((long) (p + 1) * n / points));
        }
        return new Outcome(curve, mean(values, n - Math.max(1, n / 10), n), trouble(results), "");
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(Double.NaN);
    }

    private static Outcome.Trouble trouble(Results results) {
        return results.diverged() ? Outcome.Trouble.DIVERGED : Outcome.Trouble.NONE;
    }
}
