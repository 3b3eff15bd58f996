package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.language.loss.KlPenalty;
import rewardscope.language.loss.TokenAdvantages;
import rewardscope.language.world.Quality;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// What a batch of answers is worth, token by token: log-probabilities under policy and reference, the score of each
/// answer, rewards with the KL penalty, values and advantages.
final class Scores implements Stateful {
    static final Equation EQUATION = Equation.of(
            """
            #{lastReward|R_T} = #{score|r} - #{klCoef|\\beta} \\left( #{lastLogp|\\log \\pi(y_T)} \
            - #{lastRefLogp|\\log \\pi_{ref}(y_T)} \\right) \\\\ \
            #{advantage|\\hat A_0} = #each{terms|\\sum_l| + |#{weight|(\\gamma\\lambda)^l} \
            \\left[ #{reward|R_l} + #{gamma|\\gamma} #{vNext|V_{l+1}} - #{value|V_l} \\right]}""");

    final double[][] logp;
    final double[][] refLogp;
    final double[][] reward;
    final double[][] value;
    final double[][] advantage;
    final double[][] target;
    final double[] score;

    private final Lab lab;
    private final Rollouts rollouts;
    private final boolean truth;
    private final double scale;

    double klCoef;
    double gamma = 1;
    double lambda = 1;
    double meanScore;
    double meanKl;
    double meanQuality;
    double meanWords;

    Scores(Lab lab, Rollouts rollouts) {
        this.lab = lab;
        this.rollouts = rollouts;
        truth = lab.settings.choice(Keys.REWARD.name()).equals("true");
        scale = lab.settings.number(Keys.REWARD_SCALE.name());
        int n = rollouts.size;
        int T = rollouts.longest;
        logp = new double[n][T];
        refLogp = new double[n][T];
        reward = new double[n][T];
        value = new double[n][T];
        advantage = new double[n][T];
        target = new double[n][T];
        score = new double[n];
    }

    /// A critic that begins by saying what the reward model says of the answer so far.
    Network makeCritic() {
        if (truth || !lab.has("reward")) {
            return lab.copy("sft", "critic");
        }
        Network critic = lab.copy("reward", "critic");
        float factor = (float) (scale / lab.rewardDeviation);
        float[] w = critic.gpt().get("scalar.w").values();
        for (int i = 0; i < w.length; i++) {
            w[i] *= factor;
        }
        critic.gpt().get("scalar.w").set(w);
        float[] b = critic.gpt().get("scalar.b").values();
        critic.gpt().get("scalar.b").set(new float[] {(float) ((b[0] - lab.rewardMean) * factor)});
        return critic;
    }

    /// The scores of whole answers.
    double[] scores(List<Network.Said> said) {
        return of(lab, said);
    }

    /// The scores of whole answers: the reward model's, or the true quality.
    static double[] of(Lab lab, List<Network.Said> said) {
        double scale = lab.settings.number(Keys.REWARD_SCALE.name());
        if (lab.settings.choice(Keys.REWARD.name()).equals("true") || !lab.has("reward")) {
            return said.stream()
                    .mapToDouble(s -> scale * lab.world.judge(s.prompt(), s.answer()).total())
                    .toArray();
        }
        return Arrays.stream(lab.rewards(said)).map(r -> scale * r).toArray();
    }

    /// Log-probabilities, scores and rewards of the whole batch.
    void reward(Network policy, double klCoef) {
        this.klCoef = klCoef;
        var said = rollouts.said();
        double[][] now = policy.logps(said);
        double[][] reference = lab.network("sft").logps(said);
        System.arraycopy(scores(said), 0, score, 0, score.length);
        meanScore = 0;
        meanKl = 0;
        meanQuality = 0;
        meanWords = 0;
        for (int i = 0; i < score.length; i++) {
            int n = rollouts.length[i];
            System.arraycopy(now[i], 0, logp[i], 0, n);
            System.arraycopy(reference[i], 0, refLogp[i], 0, n);
            KlPenalty.rewards(logp[i], refLogp[i], score[i], klCoef, n, reward[i]);
            Quality quality = rollouts.quality(i);
            meanScore += score[i] / score.length;
            meanKl += KlPenalty.sequence(logp[i], refLogp[i], n) / score.length;
            meanQuality += quality.total() / score.length;
            meanWords += quality.words() / (double) score.length;
        }
    }

    /// Values and advantages of the whole batch.
    void estimate(Network critic, double gamma, double lambda) {
        this.gamma = gamma;
        this.lambda = lambda;
        double[][] v = critic.scalars(rollouts.said());
        for (int i = 0; i < score.length; i++) {
            System.arraycopy(v[i], 0, value[i], 0, rollouts.length[i]);
            TokenAdvantages.gae(reward[i], value[i], rollouts.length[i], gamma, lambda, advantage[i], target[i]);
        }
    }

    StepEvent event(int iteration, int iterations) {
        var answers = new ArrayList<LabEvents.AnswerScore>();
        for (int i = 0; i < score.length; i++) {
            answers.add(answer(i));
        }
        int last = rollouts.length[0] - 1;
        var terms = new ArrayList<LabEvents.Term>();
        double weight = 1;
        for (int t = 0; t <= last; t++) {
            terms.add(new LabEvents.Term(weight, reward[0][t], gamma, t == last ? 0 : value[0][t + 1], value[0][t]));
            weight *= gamma * lambda;
        }
        return new LabEvents.Scored(EQUATION, iteration, iterations, klCoef, gamma, lambda, meanScore, meanKl,
                rollouts.meanEntropy(), meanQuality, meanWords, reward[0][last], score[0], logp[0][last],
                refLogp[0][last], advantage[0][0], List.copyOf(terms), List.copyOf(answers));
    }

    private LabEvents.AnswerScore answer(int i) {
        var tokens = new ArrayList<LabEvents.TokenScore>();
        int n = rollouts.length[i];
        for (int t = 0; t < n; t++) {
            double vNext = t == n - 1 ? 0 : value[i][t + 1];
            tokens.add(new LabEvents.TokenScore(lab.world.vocabulary().word(rollouts.tokens[i][t]), logp[i][t],
                    refLogp[i][t], logp[i][t] - refLogp[i][t], reward[i][t], value[i][t], vNext,
                    reward[i][t] + gamma * vNext - value[i][t], advantage[i][t], target[i][t]));
        }
        var said = rollouts.said(i);
        double total = Arrays.stream(reward[i], 0, n).sum();
        return new LabEvents.AnswerScore(said.prompt().text(), lab.words(said.answer()), score[i],
                KlPenalty.sequence(logp[i], refLogp[i], n), total, rollouts.quality(i), List.copyOf(tokens));
    }

    @Override
    public void exchange(StateExchange state) {
        state.matrix("logp", logp);
        state.matrix("refLogp", refLogp);
        state.matrix("reward", reward);
        state.matrix("value", value);
        state.matrix("advantage", advantage);
        state.matrix("target", target);
        state.numbers("score", score);
        klCoef = state.number("klCoef", klCoef);
        meanScore = state.number("meanScore", meanScore);
        meanKl = state.number("meanKl", meanKl);
        meanQuality = state.number("meanQuality", meanQuality);
        meanWords = state.number("meanWords", meanWords);
    }
}
