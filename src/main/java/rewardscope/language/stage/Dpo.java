package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rewardscope.agent.Equation;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.feedback.Comparison;
import rewardscope.language.loss.DpoLoss;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Direct preference optimisation (Rafailov et al. 2023) from the same labels and the same reference as the reward model
/// and PPO, without either.
///
/// r̂(y) = β ( log π_θ(y|x) − log π_ref(y|x) ), L(θ) = −mean log σ( r̂(y_chosen) − r̂(y_rejected) ). One act is one minibatch.
final class Dpo extends Stage {
    private static final Equation EQUATION = Equation.of(
            """
            #{loss|L} = #each{pairs|\\sum_i| + |#{weight|w_i} #{loss|-\\log \\sigma(m_i)}} \\\\ \
            #{margin|m} = #{chosenReward|\\hat r_c} - #{rejectedReward|\\hat r_r} \\\\ \
            #{chosenReward|\\hat r_c} = #{beta|\\beta} \\left( #{chosenLogp|\\log \\pi_\\theta(y_c)} \
            - #{refChosenLogp|\\log \\pi_{ref}(y_c)} \\right) \\\\ \
            #{rejectedReward|\\hat r_r} = #{beta|\\beta} \\left( #{rejectedLogp|\\log \\pi_\\theta(y_r)} \
            - #{refRejectedLogp|\\log \\pi_{ref}(y_r)} \\right)""");

    /// The learning rate falls along a line to this share of it, so that the noise of minibatches dies away.
    private static final double LEAST = 0.1;

    private static final int LOOK_EVERY = 10;

    private final HyperParameter learningRate;
    private final HyperParameter beta;
    private final DpoLoss.Kind kind;
    private final double smoothing;
    private final int planned;
    private final RandomStream random;
    private final Rows batch;

    private List<Prepared> prepared = List.of();
    private double[][][] reference = {};
    private long preparedLabels = -1;
    private List<Integer> used = List.of();

    private int updates;
    private double alpha;
    private double betaUsed;
    private double[] chosenLogp = {};
    private double[] rejectedLogp = {};
    private double[] refChosenLogp = {};
    private double[] refRejectedLogp = {};
    private double[] weight = {};
    private DpoLoss losses = DpoLoss.of(new double[0], new double[0], new double[0], new double[0], 1,
            DpoLoss.Kind.SIGMOID, 0);
    private double loss;
    private double meanChosen;
    private double meanRejected;
    private double gradientNorm;
    private long looking;
    private Standing standing = Standing.NOWHERE;

    Dpo(Lab lab, int number) {
        super(lab, number);
        learningRate = lab.settings.hyper(Keys.DPO_RATE);
        beta = lab.settings.hyper(Keys.BETA);
        kind = DpoLoss.Kind.valueOf(lab.settings.choice(Keys.DPO_LOSS.name()).toUpperCase(Locale.ROOT));
        smoothing = lab.settings.number(Keys.SMOOTHING.name());
        planned = lab.settings.count(Keys.DPO_UPDATES.name());
        random = lab.settings.random("dpo minibatches");
        looking = lab.settings.random("dpo looks").bits();
        batch = new Rows(lab.settings.count(Keys.BATCH.name()), lab.time);
    }

    @Override
    String name() {
        return "dpo";
    }

    @Override
    void start() {
        lab.copy("sft", "dpo").train();
    }

    @Override
    void leave() {
        lab.network("dpo").freeze();
    }

    @Override
    void end() {
        lab.metrics.put("dpo-margin", meanChosen - meanRejected);
    }

    /// Tokens of the labels, and their log-probabilities under the reference, worked out once.
    private void prepare() {
        if (preparedLabels == lab.labelsState()) {
            return;
        }
        prepared = Prepared.all(lab, lab.comparisons());
        preparedLabels = lab.labelsState();
        var said = new ArrayList<Network.Said>();
        prepared.forEach(p -> {
            for (int i = 0; i < p.size(); i++) {
                said.add(p.said(i));
            }
        });
        double[][] logps = lab.network("sft").logps(said);
        reference = new double[prepared.size()][][];
        int at = 0;
        for (int i = 0; i < reference.length; i++) {
            reference[i] = Arrays.copyOfRange(logps, at, at + prepared.get(i).size());
            at += prepared.get(i).size();
        }
    }

    @Override
    void advance() {
        alpha = learningRate.value() * Math.max(LEAST, 1 - updates / (double) planned);
        betaUsed = beta.value();
        prepare();
        marks = Mark.UPDATE | mark;
        updates++;
        if (prepared.isEmpty()) {
            return; // nobody has said anything yet
        }
        draw();
        Network network = lab.network("dpo");
        double[] logp = network.logp(batch);
        gradientNorm = network.stepAlongLogp(batch, compare(logp), alpha);
        if (updates == 1 || updates % LOOK_EVERY == 0 || updates == planned) {
            standing = Standing.of(lab, "dpo", RandomStream.named(looking, "look " + updates));
            marks |= looked;
        }
    }

    /// Comparisons until the rows are full.
    private void draw() {
        batch.clear();
        var drawn = new ArrayList<Integer>();
        int row = 0;
        while (true) {
            int next = random.below(prepared.size());
            Prepared p = prepared.get(next);
            if (row + p.size() > batch.B) {
                break;
            }
            for (int i = 0; i < p.size(); i++) {
                batch.answer(row++, p.prompt(), p.answers().get(i));
            }
            drawn.add(next);
        }
        used = List.copyOf(drawn);
    }

    /// The loss, and its slopes by token.
    private double[] compare(double[] logp) {
        int pairs = used.stream().mapToInt(i -> prepared.get(i).comparison().pairs().size()).sum();
        chosenLogp = new double[pairs];
        rejectedLogp = new double[pairs];
        refChosenLogp = new double[pairs];
        refRejectedLogp = new double[pairs];
        weight = new double[pairs];
        var chosenRow = new int[pairs];
        var rejectedRow = new int[pairs];
        int row = 0;
        int n = 0;
        for (int i : used) {
            Prepared p = prepared.get(i);
            for (Comparison.Pair pair : p.comparison().pairs()) {
                chosenRow[n] = row + pair.chosen();
                rejectedRow[n] = row + pair.rejected();
                chosenLogp[n] = sum(logp, chosenRow[n]);
                rejectedLogp[n] = sum(logp, rejectedRow[n]);
                refChosenLogp[n] = Arrays.stream(reference[i][pair.chosen()]).sum();
                refRejectedLogp[n] = Arrays.stream(reference[i][pair.rejected()]).sum();
                weight[n] = pair.weight() / used.size();
                n++;
            }
            row += p.size();
        }
        losses = DpoLoss.of(chosenLogp, rejectedLogp, refChosenLogp, refRejectedLogp, betaUsed, kind, smoothing);
        var dLogp = new double[logp.length];
        loss = 0;
        meanChosen = 0;
        meanRejected = 0;
        for (int i = 0; i < pairs; i++) {
            loss += weight[i] * losses.loss()[i];
            meanChosen += weight[i] * losses.chosenReward()[i];
            meanRejected += weight[i] * losses.rejectedReward()[i];
            add(dLogp, chosenRow[i], losses.dChosen()[i] * pairs * weight[i]);
            add(dLogp, rejectedRow[i], losses.dRejected()[i] * pairs * weight[i]);
        }
        return dLogp;
    }

    private double sum(double[] logp, int row) {
        return Arrays.stream(logp, batch.first[row], batch.first[row] + batch.length[row]).sum();
    }

    private void add(double[] dLogp, int row, double slope) {
        for (int i = batch.first[row]; i < batch.first[row] + batch.length[row]; i++) {
            dLogp[i] += slope;
        }
    }

    @Override
    StepEvent event() {
        var pairs = new ArrayList<LabEvents.PairMargin>();
        int n = 0;
        for (int i : used) {
            Prepared p = prepared.get(i);
            for (Comparison.Pair pair : p.comparison().pairs()) {
                pairs.add(new LabEvents.PairMargin(p.prompt().text(), p.comparison().answers().get(pair.chosen()),
                        p.comparison().answers().get(pair.rejected()), chosenLogp[n], rejectedLogp[n],
                        refChosenLogp[n], refRejectedLogp[n], losses.chosenReward()[n], losses.rejectedReward()[n],
                        losses.margin()[n], weight[n], losses.loss()[n]));
                n++;
            }
        }
        var first = pairs.isEmpty()
                ? new LabEvents.PairMargin("", "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0)
                : pairs.getFirst();
        return new LabEvents.DpoUpdate(EQUATION, updates, planned, betaUsed, alpha, loss, first.chosenReward(),
                first.rejectedReward(), first.chosenLogp(), first.rejectedLogp(), first.refChosenLogp(),
                first.refRejectedLogp(), first.margin(), meanChosen, meanRejected, meanChosen - meanRejected,
                losses.accuracy(), gradientNorm, List.copyOf(pairs));
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
                new Series("dpo-loss", mark, () -> loss),
                new Series("dpo-chosen-reward", mark, () -> meanChosen),
                new Series("dpo-rejected-reward", mark, () -> meanRejected),
                new Series("dpo-accuracy", mark, () -> losses.accuracy()),
                new Series("dpo-reward", looked, () -> standing.reward()),
                new Series("dpo-kl", looked, () -> standing.kl()),
                new Series("dpo-quality", looked, () -> standing.quality()),
                new Series("dpo-length", looked, () -> standing.words()));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("random", random);
        looking = state.longInteger("looking", looking);
        updates = state.integer("updates", updates);
        meanChosen = state.number("meanChosen", meanChosen);
        meanRejected = state.number("meanRejected", meanRejected);
        preparedLabels = Lab.restoring(state) ? -1 : preparedLabels;
    }
}
