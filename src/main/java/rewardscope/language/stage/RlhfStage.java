package rewardscope.language.stage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rewardscope.agent.HyperParameter;
import rewardscope.agent.Mark;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.loss.KlPenalty;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// What PPO and REINFORCE share: they answer prompts token by token, score a batch of answers, and change the policy in
/// minibatches. The algorithm itself is in the file of its name.
abstract class RlhfStage extends Stage {
    private static final int ADAPTING_HORIZON = 2000;

    private enum Phase {
        ANSWER,
        SCORE,
        OPTIMISE
    }

    final HyperParameter policyRate;
    final HyperParameter klCoefficient;
    final int iterations;
    final int epochs;
    final Rollouts rollouts;
    final Scores scores;
    final Rows batch;

    int iteration;
    int epoch;
    int minibatch;
    final int minibatches;

    /// Numbers of the answers in the minibatch.
    int[] used = {};

    private final double targetKl;
    private final RandomStream shuffling;
    private final int[] order;
    private double adapted = 1;
    private Phase phase = Phase.ANSWER;
    private Phase last = Phase.ANSWER;

    RlhfStage(Lab lab, int number, int epochs) {
        super(lab, number);
        policyRate = lab.settings.hyper(Keys.POLICY_RATE);
        klCoefficient = lab.settings.hyper(Keys.KL_COEFFICIENT);
        iterations = lab.settings.count(Keys.ITERATIONS.name());
        targetKl = lab.settings.number(Keys.TARGET_KL.name());
        this.epochs = epochs;
        int answers = lab.settings.count(Keys.ANSWERS.name());
        rollouts = new Rollouts(lab, answers, lab.settings.random(network() + " answers"));
        scores = new Scores(lab, rollouts);
        batch = new Rows(lab.settings.count(Keys.BATCH.name()), lab.time);
        minibatches = (answers + batch.B - 1) / batch.B;
        shuffling = lab.settings.random(network() + " minibatches");
        order = IntStream.range(0, answers).toArray();
    }

    /// The name of the network that learns.
    abstract String network();

    /// Advantages, once the rewards are there.
    abstract void estimate();

    /// One step on the answers in [#used].
    abstract void optimise();

    abstract StepEvent updateEvent();

    @Override
    void start() {
        lab.copy("sft", network()).train();
    }

    @Override
    void leave() {
        lab.network(network()).freeze();
    }

    @Override
    void end() {
        lab.metrics.put(network() + "-reward", scores.meanScore);
        lab.metrics.put(network() + "-kl", scores.meanKl);
    }

    @Override
    void advance() {
        last = phase;
        switch (phase) {
            case ANSWER -> {
                marks = rollouts.say(lab.network(network()));
                if ((marks & Mark.EPISODE) != 0) {
                    lab.conversation.reward(scores.scores(List.of(rollouts.said(rollouts.full - 1)))[0]);
                }
                phase = rollouts.full == rollouts.size ? Phase.SCORE : Phase.ANSWER;
            }
            case SCORE -> {
                scores.reward(lab.network(network()), klCoefficient.value() * adapted);
                estimate();
                adapt();
                epoch = 0;
                minibatch = 0;
                marks = 0;
                phase = Phase.OPTIMISE;
            }
            case OPTIMISE -> {
                if (minibatch == 0) {
                    shuffle();
                }
                int from = minibatch * batch.B;
                used = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch.B));
                fill();
                optimise();
                minibatch++;
                marks = 0;
                if (minibatch == minibatches) {
                    minibatch = 0;
                    epoch++;
                }
                if (epoch == epochs) {
                    iteration++;
                    rollouts.restart();
                    phase = Phase.ANSWER;
                    marks = Mark.UPDATE | mark;
                }
            }
        }
    }

    private void adapt() {
        if (targetKl > 0) {
            adapted = KlPenalty.adapted(adapted, scores.meanKl, targetKl, rollouts.size, ADAPTING_HORIZON);
        }
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = shuffling.below(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private void fill() {
        batch.clear();
        for (int b = 0; b < used.length; b++) {
            var said = rollouts.said(used[b]);
            batch.answer(b, said.prompt(), said.answer());
        }
    }

    /// Spreads numbers by answer and token over the rows.
    double[] spread(double[][] byAnswer) {
        var spread = new double[batch.inputs.length];
        for (int b = 0; b < used.length; b++) {
            System.arraycopy(byAnswer[used[b]], 0, spread, batch.first[b], batch.length[b]);
        }
        return spread;
    }

    final double klCoef() {
        return scores.klCoef;
    }

    @Override
    final StepEvent event() {
        return switch (last) {
            case ANSWER -> rollouts.event(iteration + 1, iterations);
            case SCORE -> scores.event(iteration + 1, iterations);
            case OPTIMISE -> updateEvent();
        };
    }

    @Override
    boolean finished() {
        return iteration >= iterations && phase == Phase.ANSWER && rollouts.full == 0
                && lab.conversation.needsReset();
    }

    @Override
    double progress() {
        double inside = phase == Phase.ANSWER ? 0.5 * rollouts.full / rollouts.size : 0.5;
        return Math.min(1, (iteration + inside) / iterations);
    }

    @Override
    List<Series> series() {
        String name = network();
        return List.of(
                new Series(name + "-reward", mark, () -> scores.meanScore),
                new Series(name + "-kl", mark, () -> scores.meanKl),
                new Series(name + "-quality", mark, () -> scores.meanQuality),
                new Series(name + "-length", mark, () -> scores.meanWords),
                new Series(name + "-entropy", mark, rollouts::lastEntropy),
                new Series(name + "-kl-coefficient", mark, () -> scores.klCoef));
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("rollouts", rollouts);
        state.part("scores", scores);
        state.part("shuffling", shuffling);
        state.integers("order", order);
        adapted = state.number("adapted", adapted);
        iteration = state.integer("iteration", iteration);
        epoch = state.integer("epoch", epoch);
        minibatch = state.integer("minibatch", minibatch);
        phase = Phase.values()[state.integer("phase", phase.ordinal())];
    }
}
