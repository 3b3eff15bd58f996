package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rewardscope.agent.Equation;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.feedback.Comparison;
import rewardscope.language.feedback.RemarkRules;
import rewardscope.language.loss.BradleyTerry;
import rewardscope.language.loss.Sigmoid;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Step 2 of Ouyang et al. (2022): the fine-tuned transformer, with one number in place of the next token's logits,
/// learns what people prefer. Which of these numbers is the reward of an answer is the [RewardHead].
///
/// L(θ) = −1/C(K,2) Σ_pairs log σ( r_θ(x, y_chosen) − r_θ(x, y_rejected) ), averaged over the comparisons of a minibatch.
/// One act is one minibatch.
final class RewardModelling extends Stage {
    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = -#each{pairs|\\sum_i| + |#{weight|w_i} \\log #{probability|\\sigma(r_c - r_r)}} \\\\ \
            #{probability|\\sigma(r_c - r_r)} = \\frac{1}{1 + \\exp \\left( - \\left( #{chosenReward|r_c} \
            - #{rejectedReward|r_r} \\right) \\right) }""");
    private static final int LOOK_EVERY = 25;
    private static final int BINS = 5;

    private final HyperParameter learningRate;
    private final int planned;
    private final RandomStream random;
    private final Rows batch;

    private List<Prepared> prepared = List.of();
    private long preparedLabels = -1;
    private List<Prepared> used = List.of();
    private BradleyTerry losses = BradleyTerry.of(new double[0], new double[0]);
    private double[] chosen = {};
    private double[] rejected = {};
    private double[] weight = {};

    private int updates;
    private double alpha;
    private double gradientNorm;
    private double heldOutAccuracy = Double.NaN;
    private double calibrationError = Double.NaN;
    private List<LabEvents.Calibration> calibration = List.of();

    RewardModelling(Lab lab, int number) {
        super(lab, number);
        learningRate = lab.settings.hyper(Keys.REWARD_RATE);
        planned = lab.settings.count(Keys.REWARD_UPDATES.name());
        random = lab.settings.random("reward minibatches");
        batch = new Rows(lab.settings.count(Keys.BATCH.name()), lab.time);
    }

    @Override
    String name() {
        return "reward-model";
    }

    @Override
    void start() {
        lab.copy("sft", "reward").train();
    }

    @Override
    void end() {
        normalise();
        test();
    }

    @Override
    void leave() {
        lab.network("reward").freeze();
    }

    /// Brings the rewards of the labelled answers to mean 0 and deviation 1.
    private void normalise() {
        prepare();
        var said = prepared.stream().limit(200)
                .flatMap(p -> IntStream.range(0, p.size()).mapToObj(p::said))
                .toList();
        double[] raw = Arrays.stream(lab.rawRewards(said)).mapToDouble(RewardModelling::last).toArray();
        double mean = Arrays.stream(raw).average().orElse(0);
        double variance = Arrays.stream(raw).map(r -> (r - mean) * (r - mean)).average().orElse(1);
        lab.rewardMean = mean;
        lab.rewardDeviation = Math.sqrt(variance) + 1e-6;
    }

    private void prepare() {
        if (preparedLabels != lab.labelsState()) {
            prepared = Prepared.all(lab, lab.comparisons());
            preparedLabels = lab.labelsState();
        }
    }

    @Override
    void advance() {
        alpha = learningRate.value();
        prepare();
        marks = Mark.UPDATE | mark;
        if (prepared.isEmpty()) {
            updates++;
            return; // nobody has said anything yet
        }
        draw();
        Network network = lab.network("reward");
        double[] scalars = network.scalars(batch);
        var dScalar = new double[scalars.length];
        compare(scalars, dScalar);
        gradientNorm = network.stepAlongScalars(dScalar, alpha);
        updates++;
        if (updates == 1 || updates % LOOK_EVERY == 0 || updates == planned) {
            test();
            marks |= looked;
        }
    }

    /// Comparisons until the rows are full.
    private void draw() {
        batch.clear();
        var drawn = new ArrayList<Prepared>();
        int row = 0;
        while (true) {
            Prepared next = prepared.get(random.below(prepared.size()));
            if (row + next.size() > batch.B) {
                break;
            }
            for (int i = 0; i < next.size(); i++) {
                batch.answer(row++, next.prompt(), next.answers().get(i));
            }
            drawn.add(next);
        }
        used = List.copyOf(drawn);
    }

    /// Loss and slopes from the numbers of each row's answer.
    private void compare(double[] scalars, double[] dScalar) {
        int pairs = used.stream().mapToInt(p -> p.comparison().pairs().size()).sum();
        chosen = new double[pairs];
        rejected = new double[pairs];
        weight = new double[pairs];
        var chosenRow = new int[pairs];
        var rejectedRow = new int[pairs];
        int row = 0;
        int n = 0;
        for (Prepared p : used) {
            for (Comparison.Pair pair : p.comparison().pairs()) {
                chosenRow[n] = row + pair.chosen();
                rejectedRow[n] = row + pair.rejected();
                chosen[n] = lab.rewardHead.of(scalars, batch, chosenRow[n]);
                rejected[n] = lab.rewardHead.of(scalars, batch, rejectedRow[n]);
                weight[n] = pair.weight() / used.size();
                n++;
            }
            row += p.size();
        }
        losses = BradleyTerry.weighted(chosen, rejected, new double[pairs], weight);
        for (int i = 0; i < pairs; i++) {
            lab.rewardHead.addSlope(losses.dChosen()[i], batch, chosenRow[i], dScalar);
            lab.rewardHead.addSlope(losses.dRejected()[i], batch, rejectedRow[i], dScalar);
        }
    }

    private record Guess(double confidence, boolean right) {}

    /// Accuracy and calibration on the held-out pairs.
    private void test() {
        var tests = Prepared.all(lab, Comparison.from(lab.tests, RemarkRules.USUAL));
        if (tests.isEmpty()) {
            return;
        }
        var said = tests.stream().flatMap(p -> List.of(p.said(0), p.said(1)).stream()).toList();
        double[][] rewards = lab.rawRewards(said);
        var guesses = new ArrayList<Guess>();
        for (int i = 0; i < tests.size(); i++) {
            double lead = last(rewards[2 * i]) - last(rewards[2 * i + 1]);
            boolean firstIsBetter = tests.get(i).comparison().pairs().getFirst().chosen() == 0;
            guesses.add(new Guess(Sigmoid.of(Math.abs(lead)), lead > 0 == firstIsBetter && lead != 0));
        }
        guesses.sort(Comparator.comparingDouble(Guess::confidence));
        var groups = new ArrayList<LabEvents.Calibration>();
        double error = 0;
        double right = 0;
        for (int bin = 0; bin < BINS; bin++) {
            var group = guesses.subList(bin * guesses.size() / BINS, (bin + 1) * guesses.size() / BINS);
            if (!group.isEmpty()) {
                double confidence = group.stream().mapToDouble(Guess::confidence).average().orElse(0);
                double accuracy = group.stream().filter(Guess::right).count() / (double) group.size();
                groups.add(new LabEvents.Calibration(group.size(), confidence, accuracy));
                error += Math.abs(confidence - accuracy) * group.size() / guesses.size();
                right += accuracy * group.size() / guesses.size();
            }
        }
        calibration = List.copyOf(groups);
        calibrationError = error;
        heldOutAccuracy = right;
        lab.metrics.put("reward-held-out-accuracy", right);
        lab.metrics.put("reward-calibration-error", error);
    }

    /// As of the last test.
    List<LabEvents.Calibration> calibration() {
        return calibration;
    }

    private static double last(double[] rewards) {
        return rewards[rewards.length - 1];
    }

    @Override
    StepEvent event() {
        var pairs = new ArrayList<LabEvents.PairReward>();
        int n = 0;
        for (Prepared p : used) {
            for (Comparison.Pair pair : p.comparison().pairs()) {
                pairs.add(new LabEvents.PairReward(p.prompt().text(), p.comparison().answers().get(pair.chosen()),
                        p.comparison().answers().get(pair.rejected()), chosen[n], rejected[n],
                        losses.probability()[n], weight[n], losses.loss()[n]));
                n++;
            }
        }
        boolean any = !pairs.isEmpty();
        return new LabEvents.RewardUpdate(EQUATION, updates, planned, losses.meanLoss(), losses.accuracy(), alpha,
                gradientNorm, any ? chosen[0] : 0, any ? rejected[0] : 0, any ? losses.probability()[0] : 0.5,
                List.copyOf(pairs), heldOutAccuracy, calibrationError, calibration);
    }

    @Override
    boolean finished() {
        return updates >= planned;
    }

    @Override
    double progress() {
        return Math.min(1, updates / (double) planned);
    }

    @Override
    List<Series> series() {
        return List.of(
                new Series("reward-loss", mark, () -> losses.meanLoss()),
                new Series("reward-accuracy", mark, () -> losses.accuracy()),
                new Series("reward-held-out-accuracy", looked, () -> heldOutAccuracy),
                new Series("reward-calibration-error", looked, () -> calibrationError));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        updates = state.integer("updates", updates);
        heldOutAccuracy = state.number("heldOutAccuracy", heldOutAccuracy);
        calibrationError = state.number("calibrationError", calibrationError);
        var groups = new ArrayList<>(calibration);
        state.list("calibration", groups,
                c -> new double[] {c.pairs(), c.confidence(), c.accuracy()},
                x -> new LabEvents.Calibration((int) x[0], x[1], x[2]));
        calibration = List.copyOf(groups);
        preparedLabels = Lab.restoring(state) ? -1 : preparedLabels;
    }
}
