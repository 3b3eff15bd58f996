package rewardscope.language.clips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rewardscope.agent.ActionProbabilities;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Equation;
import rewardscope.agent.Family;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Mark;
import rewardscope.agent.Measured;
import rewardscope.agent.ObservationPolicy;
import rewardscope.agent.ObservationValues;
import rewardscope.agent.ParameterSpec;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.agent.approximation.Sight;
import rewardscope.agent.gradient.Ppo;
import rewardscope.compute.ComputeFailure;
import rewardscope.env.Environment;
import rewardscope.language.loss.BradleyTerry;
import rewardscope.language.loss.Sigmoid;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;
import rewardscope.nn.mlp.Passes;

/// Deep reinforcement learning from human preferences (Christiano et al. 2017): PPO on a reward that is learned from
/// comparisons of two clips. The policy never sees the true reward; the simulated annotator does.
///
/// P(1 ≻ 2) = σ( Σ_t r̂(o_t¹, a_t¹) − Σ_t r̂(o_t², a_t²) ), L = −mean log P(chosen ≻ rejected). One act is an act of PPO,
/// one comparison, or one minibatch of comparisons.
public final class PreferencePpo
        implements Agent, ActionProbabilities, ObservationPolicy, ObservationValues, Measured {
    private static final ParameterSpec.Count CLIP_LENGTH =
            new ParameterSpec.Count("clip-length", 12, 1, 200, "Steps in a clip; it is shorter where an episode ends");
    private static final ParameterSpec.Count COMPARISONS =
            new ParameterSpec.Count("comparisons", 20, 1, 10_000, "Pairs of clips compared after every batch of PPO");
    private static final ParameterSpec.Count REWARD_UPDATES =
            new ParameterSpec.Count("reward-updates", 30, 1, 10_000, "Minibatches of comparisons after every batch");
    private static final ParameterSpec.Number NOISE = new ParameterSpec.Number(
            "noise", 0.1, 0, 1e6, "How uncertain the annotator is: P(A) = sigma((returnA - returnB)/noise)");
    private static final ParameterSpec.Number ERRORS =
            new ParameterSpec.Number("errors", 0, 0, 1, "Share of comparisons that are given at random");
    private static final ParameterSpec.Hyper REWARD_RATE =
            new ParameterSpec.Hyper("reward-rate", "\\alpha_r", 3e-3, 0, 1, "Learning rate of the learned reward");
    private static final int PAIRS = 16;
    private static final int KEPT = 600;

    public static final AgentType TYPE = new AgentType(
            "preference-ppo",
            "PPO on a reward learned from preferences",
            Family.POLICY_GRADIENT,
            parameters(),
            Sight::needsAnyActions,
            PreferencePpo::new)
            .onAnyDevice();

    private static final Equation PREFERENCE = Equation.of(
            """
            #{probability|P(1 \\succ 2)} = \\frac{1}{1 + \\exp \\left( - \\left( #{sumFirst|\\sum_t \\hat r^1_t} \
            - #{sumSecond|\\sum_t \\hat r^2_t} \\right) \\right) }""");
    private static final Equation LEARNING = Equation.of(
            "#{loss|L} = -\\frac{1}{#{pairCount|n}} #each{pairs|\\sum_i| + |\\log #{probability|P_i}}");

    private static List<ParameterSpec> parameters() {
        var all = new ArrayList<ParameterSpec>(Ppo.TYPE.parameters());
        all.addAll(List.of(CLIP_LENGTH, COMPARISONS, REWARD_UPDATES, NOISE, ERRORS, REWARD_RATE));
        return List.copyOf(all);
    }

    private enum Phase {
        ACT,
        COMPARE,
        LEARN_REWARD
    }

    /// Two clips, the preferred one first.
    private record Preference(Clip chosen, Clip rejected) {}

    private final Judge judge;
    private final Environment judged;
    private final Ppo ppo;
    private final HyperParameter rewardRate;
    private final int clipLength;
    private final int comparisons;
    private final int rewardUpdates;
    private final double noise;
    private final double errors;
    private final RandomStream annotator;
    private final List<Preference> preferences = new ArrayList<>();

    private Phase phase = Phase.ACT;
    private Phase last = Phase.ACT;
    private int done;
    private int marks;
    private long compared;
    private double correlation;

    private Clip first = new Clip(0, new double[0], 0);
    private Clip second = first;
    private double sumFirst;
    private double sumSecond;
    private double annotatorProbability;
    private boolean firstPreferred;
    private BradleyTerry loss = BradleyTerry.of(new double[0], new double[0]);
    private Clip[] chosen = {};
    private Clip[] rejected = {};
    private double alpha;

    public PreferencePpo(AgentSettings settings) {
        clipLength = settings.count(CLIP_LENGTH.name());
        comparisons = settings.count(COMPARISONS.name());
        rewardUpdates = settings.count(REWARD_UPDATES.name());
        noise = settings.number(NOISE.name());
        errors = settings.number(ERRORS.name());
        annotator = settings.random("annotator");
        var random = settings.random("learned reward");
        int rows = 2 * PAIRS * clipLength;
        judge = new Judge(Judged.width(settings.environment()), rows, random, Passes.on(settings.compute()));
        judged = Judged.by(judge, settings.environment());
        var inside = settings.in(judged);
        ppo = ppo(inside);
        rewardRate = inside.hyper(REWARD_RATE);
    }

    /// On a device that is too small for both, what the learned reward has there is given back at once.
    private Ppo ppo(AgentSettings inside) {
        try {
            return new Ppo(inside);
        } catch (ComputeFailure e) {
            judge.close();
            throw e;
        }
    }

    @Override
    public void advance() {
        last = phase;
        switch (phase) {
            case ACT -> {
                ppo.advance();
                marks = ppo.marks();
                if ((marks & Mark.UPDATE) != 0) {
                    done = 0;
                    phase = Phase.COMPARE;
                }
            }
            case COMPARE -> {
                compare();
                marks = 0;
                if (++done == comparisons) {
                    done = 0;
                    phase = preferences.isEmpty() ? Phase.ACT : Phase.LEARN_REWARD;
                }
            }
            case LEARN_REWARD -> {
                learn();
                marks = 0;
                if (++done == rewardUpdates) {
                    judge.rescale();
                    correlation = judge.correlation();
                    phase = Phase.ACT;
                }
            }
        }
    }

    private void compare() {
        first = judge.clip(clipLength, annotator);
        second = judge.clip(clipLength, annotator);
        sumFirst = judge.sum(first);
        sumSecond = judge.sum(second);
        double lead = first.trueReturn() - second.trueReturn();
        double sure = noise > 0 ? Sigmoid.of(lead / noise) : lead > 0 ? 1 : lead < 0 ? 0 : 0.5;
        annotatorProbability = (1 - errors) * sure + errors * 0.5;
        firstPreferred = annotator.chance(annotatorProbability);
        if (preferences.size() == KEPT) {
            preferences.removeFirst();
        }
        preferences.add(firstPreferred ? new Preference(first, second) : new Preference(second, first));
        compared++;
    }

    private void learn() {
        alpha = rewardRate.value();
        int n = Math.min(PAIRS, preferences.size());
        chosen = new Clip[n];
        rejected = new Clip[n];
        for (int i = 0; i < n; i++) {
            Preference drawn = preferences.get(annotator.below(preferences.size()));
            chosen[i] = drawn.chosen();
            rejected[i] = drawn.rejected();
        }
        loss = judge.learn(chosen, rejected, alpha);
    }

    /// One comparison of two clips.
    ///
    /// @param probability what the learned reward says
    /// @param annotatorProbability what the annotator's choice is drawn from
    public record Compared(
            long comparison,
            double probability,
            double sumFirst,
            double sumSecond,
            double trueReturnFirst,
            double trueReturnSecond,
            int stepsFirst,
            int stepsSecond,
            double annotatorProbability,
            boolean firstPreferred)
            implements StepEvent {
        @Override
        public Equation equation() {
            return PREFERENCE;
        }
    }

    /// One pair of a minibatch.
    ///
    /// @param probability P(chosen ≻ rejected) by the learned reward
    public record Pair(double probability, double chosenTrueReturn, double rejectedTrueReturn) {}

    /// One minibatch of comparisons.
    ///
    /// @param correlation of learned and true reward when it was last looked at
    public record RewardLearning(
            double loss,
            double accuracy,
            double alpha,
            double gradientNorm,
            int pairCount,
            List<Pair> pairs,
            double correlation)
            implements StepEvent {
        @Override
        public Equation equation() {
            return LEARNING;
        }
    }

    @Override
    public StepEvent event() {
        return switch (last) {
            case ACT -> ppo.event();
            case COMPARE ->
                new Compared(compared, Sigmoid.of(sumFirst - sumSecond), sumFirst, sumSecond, first.trueReturn(),
                        second.trueReturn(), first.steps(), second.steps(), annotatorProbability, firstPreferred);
            case LEARN_REWARD -> {
                var pairs = new ArrayList<Pair>();
                for (int i = 0; i < chosen.length; i++) {
                    pairs.add(new Pair(loss.probability()[i], chosen[i].trueReturn(), rejected[i].trueReturn()));
                }
                yield new RewardLearning(loss.meanLoss(), loss.accuracy(), alpha, judge.gradientNorm, pairs.size(),
                        List.copyOf(pairs), correlation);
            }
        };
    }

    @Override
    public int marks() {
        return marks;
    }

    @Override
    public Environment environment() {
        return judged;
    }

    @Override
    public String backend() {
        return ppo.backend();
    }

    @Override
    public void close() {
        ppo.close();
        judge.close();
    }

    @Override
    public Hyperparameters hyperparameters() {
        return ppo.hyperparameters();
    }

    @Override
    public double[] policy(int state) {
        return ppo.policy(state);
    }

    @Override
    public double[] policyAt(double[] observation) {
        return ppo.policyAt(observation);
    }

    @Override
    public double value(double[] observation) {
        return ppo.value(observation);
    }

    @Override
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("comparisons", (double) compared);
        metrics.put("reward-correlation", correlation);
        return metrics;
    }

    @Override
    public List<Series> series() {
        var all = new ArrayList<>(ppo.series());
        all.add(new Series("reward-loss", Mark.UPDATE, () -> loss.meanLoss()));
        all.add(new Series("reward-correlation", Mark.UPDATE, () -> correlation));
        return List.copyOf(all);
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("ppo", ppo);
        state.part("judge", judge);
        state.part("annotator", annotator);
        state.list("preferences", preferences, PreferencePpo::toNumbers, this::fromNumbers);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
        done = state.integer("done", done);
        compared = state.longInteger("compared", compared);
        correlation = state.number("correlation", correlation);
    }

    private static double[] toNumbers(Preference preference) {
        double[] one = preference.chosen().toNumbers();
        double[] other = preference.rejected().toNumbers();
        var both = new double[1 + one.length + other.length];
        both[0] = one.length;
        System.arraycopy(one, 0, both, 1, one.length);
        System.arraycopy(other, 0, both, 1 + one.length, other.length);
        return both;
    }

    private Preference fromNumbers(double[] both) {
        int n = (int) both[0];
        return new Preference(
                Clip.of(Arrays.copyOfRange(both, 1, 1 + n)),
                Clip.of(Arrays.copyOfRange(both, 1 + n, both.length)));
    }
}
