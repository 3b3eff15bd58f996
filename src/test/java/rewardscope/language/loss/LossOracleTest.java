package rewardscope.language.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rewardscope.language.feedback.Comparison;
import rewardscope.nn.Oracle;

/// The losses against independent float64 computations.
class LossOracleTest {
    private static final double NEAR = 1e-9;

    private static void same(double[] actual, JsonNode expected) {
        assertThat(actual).containsExactly(Oracle.numbers(expected), within(NEAR));
    }

    private static void same(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(NEAR));
    }

    private static double[] numbers(JsonNode node) {
        return Oracle.numbers(node);
    }

    @Test
    void bradleyTerry() {
        var o = Oracle.read("reward_models").get("bradley_terry");
        double[] chosen = numbers(o.get("r_chosen"));
        double[] rejected = numbers(o.get("r_rejected"));
        var loss = BradleyTerry.of(chosen, rejected);
        same(loss.loss(), o.get("loss_per_pair"));
        same(loss.meanLoss(), o.get("loss_mean"));
        same(loss.dChosen(), o.get("dloss_mean_dr_chosen"));
        same(loss.dRejected(), o.get("dloss_mean_dr_rejected"));
        same(loss.probability(), o.get("prob_chosen_preferred"));
        same(loss.accuracy(), o.get("accuracy"));

        var led = BradleyTerry.of(chosen, rejected, numbers(o.get("with_margin").get("margin")));
        same(led.loss(), o.get("with_margin").get("loss_per_pair"));
        same(led.meanLoss(), o.get("with_margin").get("loss_mean"));
    }

    @Test
    void scoresFromATableOfWins() {
        var o = Oracle.read("reward_models").get("bradley_terry").get("mle_from_win_counts");
        double[][] wins = Oracle.matrix(o.get("wins_i_over_j"));
        double[] scores = BradleyTerry.scores(wins);
        same(scores, o.get("scores_zero_mean"));
        same(BradleyTerry.negativeLogLikelihood(wins, scores), o.get("nll"));
    }

    @Test
    void aLinearRewardModelDescendsAlongTheSlopes() {
        var o = Oracle.read("reward_models").get("bradley_terry").get("linear_reward_model");
        double[][] chosen = Oracle.matrix(o.get("x_chosen"));
        double[][] rejected = Oracle.matrix(o.get("x_rejected"));
        double[] w = numbers(o.get("w"));
        for (int step = 0; step < 3; step++) {
            var loss = BradleyTerry.of(products(chosen, w), products(rejected, w));
            var gradient = new double[w.length];
            for (int i = 0; i < chosen.length; i++) {
                for (int k = 0; k < w.length; k++) {
                    gradient[k] += loss.dChosen()[i] * chosen[i][k] + loss.dRejected()[i] * rejected[i][k];
                }
            }
            if (step == 0) {
                same(loss.meanLoss(), o.get("loss_mean"));
                same(gradient, o.get("gradient"));
            }
            for (int k = 0; k < w.length; k++) {
                w[k] -= gradient[k];
            }
        }
        same(w, o.get("w_after_3_gd_steps_lr_1"));
    }

    private static double[] products(double[][] x, double[] w) {
        return Arrays.stream(x)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int k = 0; k < w.length; k++) {
                        sum += row[k] * w[k];
                    }
                    return sum;
                })
                .toArray();
    }

    @Test
    void rankingsOfKAnswers() {
        var o = Oracle.read("reward_models").get("k_ranking");
        double[] rewards = numbers(o.get("rewards"));
        int[] ranking = Arrays.stream(numbers(o.get("ranking_best_to_worst"))).mapToInt(x -> (int) x).toArray();
        var pairwise = RankingLoss.pairwise(rewards, ranking);
        same(pairwise.loss(), o.get("pairwise_instructgpt").get("loss"));
        same(pairwise.dReward(), o.get("pairwise_instructgpt").get("gradient"));
        var luce = RankingLoss.plackettLuce(rewards, ranking);
        same(luce.loss(), o.get("plackett_luce").get("nll"));
        same(luce.dReward(), o.get("plackett_luce").get("gradient"));
    }

    @Test
    void aRankingOfTwoIsAPair() {
        var pair = BradleyTerry.of(new double[] {0.3}, new double[] {-1.1});
        var ranking = RankingLoss.pairwise(new double[] {-1.1, 0.3}, new int[] {1, 0});
        assertThat(ranking.loss()).isCloseTo(pair.meanLoss(), within(1e-15));
        assertThat(ranking.dReward()).containsExactly(new double[] {pair.dRejected()[0], pair.dChosen()[0]},
                within(1e-15));
    }

    @Test
    void rewardsTokenByTokenWithTheKlPenalty() {
        var o = Oracle.read("language_ppo_kl").get("ppo_kl");
        double[][] logp = Oracle.matrix(o.get("logprob_policy"));
        double[][] ref = Oracle.matrix(o.get("logprob_ref"));
        double[][] mask = Oracle.matrix(o.get("mask"));
        double[] score = numbers(o.get("score_at_sequence_end"));
        double beta = o.get("beta").asDouble();
        for (int b = 0; b < 2; b++) {
            int n = (int) Arrays.stream(mask[b]).sum();
            var reward = new double[logp[b].length];
            KlPenalty.rewards(logp[b], ref[b], score[b], beta, n, reward);
            same(reward, o.get("per_token_reward").get(b));
            same(KlPenalty.sequence(logp[b], ref[b], n), o.get("sequence_kl_k1").get(b));
            same(Arrays.stream(reward).sum(), o.get("penalised_return").get(b));
            for (int t = 0; t < n; t++) {
                same(KlPenalty.k1(logp[b][t], ref[b][t]), o.get("per_token_k1").get(b).get(t));
                same(KlPenalty.k2(logp[b][t], ref[b][t]), o.get("k2_per_token").get(b).get(t));
                same(KlPenalty.k3(logp[b][t], ref[b][t]), o.get("k3_per_token").get(b).get(t));
            }
        }
    }

    @Test
    void advantagesOfTokensAndTheirWhitening() {
        var o = Oracle.read("language_ppo_kl").get("ppo_kl");
        double[][] reward = Oracle.matrix(o.get("per_token_reward"));
        double[][] v = Oracle.matrix(o.get("values"));
        double[][] mask = Oracle.matrix(o.get("mask"));
        int T = v[0].length;
        for (String key : new String[] {"gamma=1 lambda=0.95", "gamma=1 lambda=1", "gamma=0.99 lambda=0.9"}) {
            var expected = o.get("gae " + key);
            double gamma = Double.parseDouble(key.split("[= ]")[1]);
            double lambda = Double.parseDouble(key.split("[= ]")[3]);
            var all = new double[2 * T];
            var counted = new boolean[2 * T];
            for (int b = 0; b < 2; b++) {
                int n = (int) Arrays.stream(mask[b]).sum();
                var advantage = new double[T];
                var target = new double[T];
                TokenAdvantages.gae(reward[b], v[b], n, gamma, lambda, advantage, target);
                same(advantage, expected.get("advantages").get(b));
                same(target, expected.get("returns").get(b));
                System.arraycopy(advantage, 0, all, b * T, T);
                Arrays.fill(counted, b * T, b * T + n, true);
            }
            var population = all.clone();
            TokenAdvantages.whiten(population, counted, false);
            same(population, expected.get("whitened_population_var_eps_1e_8"));
            var unbiased = all.clone();
            TokenAdvantages.whiten(unbiased, counted, true);
            same(unbiased, expected.get("whitened_unbiased_var"));
        }
    }

    @Test
    void theControllerOfTheKlCoefficientAndTheEstimatorsInExpectation() {
        var o = Oracle.read("language_ppo_kl").get("ppo_kl");
        var e = o.get("adaptive_kl_controller").get("example");
        same(KlPenalty.adapted(0.2, 9, 6, 256, 10_000), e.get("beta_new"));
        same(KlPenalty.adapted(0.2, 5.4, 6, 256, 10_000), o.get("adaptive_kl_controller").get("example2").get("beta_new"));
        var k = o.get("kl_estimators_exact_expectation");
        double[] p = numbers(k.get("p"));
        double[] q = numbers(k.get("q"));
        same(KlPenalty.exact(p, q), k.get("kl_pq"));
        double k1 = 0;
        double k2 = 0;
        double k3 = 0;
        for (int i = 0; i < p.length; i++) {
            k1 += p[i] * KlPenalty.k1(Math.log(p[i]), Math.log(q[i]));
            k2 += p[i] * KlPenalty.k2(Math.log(p[i]), Math.log(q[i]));
            k3 += p[i] * KlPenalty.k3(Math.log(p[i]), Math.log(q[i]));
        }
        same(k1, k.get("E_k1"));
        same(k2, k.get("E_k2"));
        same(k3, k.get("E_k3"));
        same(deviation(p, q, k1, true), k.get("sd_k1"));
        same(deviation(p, q, k3, false), k.get("sd_k3"));
    }

    /// The standard deviation over tokens drawn from p of k1, or of k3.
    private static double deviation(double[] p, double[] q, double mean, boolean first) {
        double variance = 0;
        for (int i = 0; i < p.length; i++) {
            double log = Math.log(p[i]);
            double refLog = Math.log(q[i]);
            double estimate = first ? KlPenalty.k1(log, refLog) : KlPenalty.k3(log, refLog);
            variance += p[i] * (estimate - mean) * (estimate - mean);
        }
        return Math.sqrt(variance);
    }

    /// A ranking is learned from as its pairs, each with the same share: that is the loss of the ranking.
    @Test
    void aComparisonOfARankingWeighsItsPairsAsTheRankingLossDoes() {
        double[] rewards = {0.9, 1.4, -0.2, 0.3, 2.1};
        int[] ranking = {0, 4, 1, 3, 2};
        var answers = Arrays.stream(ranking).mapToObj(i -> "answer" + i).toList();
        var pairs = Comparison.ranked("?", answers).pairs();
        double[] chosen = pairs.stream().mapToDouble(p -> rewards[ranking[p.chosen()]]).toArray();
        double[] rejected = pairs.stream().mapToDouble(p -> rewards[ranking[p.rejected()]]).toArray();
        double[] weight = pairs.stream().mapToDouble(Comparison.Pair::weight).toArray();
        var loss = BradleyTerry.weighted(chosen, rejected, new double[weight.length], weight);
        var expected = RankingLoss.pairwise(rewards, ranking);
        assertThat(loss.meanLoss()).isCloseTo(expected.loss(), within(1e-12));
        var slopes = new double[rewards.length];
        for (int i = 0; i < pairs.size(); i++) {
            slopes[ranking[pairs.get(i).chosen()]] += loss.dChosen()[i];
            slopes[ranking[pairs.get(i).rejected()]] += loss.dRejected()[i];
        }
        assertThat(slopes).containsExactly(expected.dReward(), within(1e-12));
    }

    /// A tie pulls both answers together: half a label for each side.
    @Test
    void aTieIsLeastLostWhenBothAreWorthTheSame() {
        double[] half = {0.5, 0.5};
        double[] none = {0, 0};
        var even = BradleyTerry.weighted(new double[] {0.7, 0.7}, new double[] {0.7, 0.7}, none, half);
        assertThat(even.meanLoss()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(even.dChosen()[0] + even.dRejected()[1]).isZero();
        var uneven = BradleyTerry.weighted(new double[] {1.7, 0.7}, new double[] {0.7, 1.7}, none, half);
        assertThat(uneven.meanLoss()).isGreaterThan(even.meanLoss());
        assertThat(uneven.dChosen()[0] + uneven.dRejected()[1]).as("the better one is pulled down").isPositive();
    }

    /// Slopes against differences of the loss, for every kind, on both sides of the hinge and with smoothing.
    @Property(tries = 200)
    void theSlopesOfDpoAreThoseOfItsLoss(
            @ForAll @DoubleRange(min = -6, max = 6) double chosen,
            @ForAll @DoubleRange(min = -6, max = 6) double rejected,
            @ForAll @DoubleRange(min = 0.05, max = 1) double beta,
            @ForAll @DoubleRange(min = 0, max = 0.45) double smoothing,
            @ForAll DpoLoss.Kind kind) {
        double h = 1e-5;
        double[] zero = {0};
        var at = DpoLoss.of(new double[] {chosen}, new double[] {rejected}, zero, zero, beta, kind, smoothing);
        if (kind == DpoLoss.Kind.HINGE && Math.abs(at.margin()[0] - 1) < 1e-3) {
            return; // at the hinge there is no slope
        }
        double up = DpoLoss.of(new double[] {chosen + h}, new double[] {rejected}, zero, zero, beta, kind, smoothing)
                .meanLoss();
        double down = DpoLoss.of(new double[] {chosen - h}, new double[] {rejected}, zero, zero, beta, kind, smoothing)
                .meanLoss();
        assertThat(at.dChosen()[0]).isCloseTo((up - down) / (2 * h), within(1e-4 * (1 + Math.abs(at.dChosen()[0]))));
        assertThat(at.dRejected()[0]).isEqualTo(-at.dChosen()[0]);
    }

    /// Tokens that are not part of an answer change nothing: the loss of a padded minibatch is that of the tokens alone.
    @Property(tries = 100)
    void paddingDoesNotCountInPpo(@ForAll @Size(6) List<@DoubleRange(min = -2, max = 2) Double> numbers) {
        double[] x = numbers.stream().mapToDouble(n -> n).toArray();
        double[] logp = {x[0], x[1], x[2]};
        double[] old = {x[1], x[2], x[3]};
        double[] advantage = {x[3], x[4], x[5]};
        double[] value = {x[5], x[0], x[1]};
        var c = new PpoLoss.Coefficients(0.2, 0.2, 0.5);
        boolean[] all = {true, true, true};
        var tight = PpoLoss.of(logp, old, advantage, value, x, old, all, c);
        double[] nan = {Double.NaN, Double.NaN};
        var padded = PpoLoss.of(with(logp, nan), with(old, nan), with(advantage, nan), with(value, nan),
                with(Arrays.copyOf(x, 3), nan), with(old, nan), new boolean[] {true, true, true, false, false}, c);
        assertThat(padded.loss(0.5)).isCloseTo(tight.loss(0.5), within(1e-12));
        assertThat(padded.dLogp()).containsExactly(with(tight.dLogp(), new double[2]), within(1e-12));
        assertThat(padded.dValue()).containsExactly(with(tight.dValue(), new double[2]), within(1e-12));
    }

    private static double[] with(double[] first, double[] then) {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(then)).toArray();
    }

    @Test
    void ppoOfTokens() {
        var o = Oracle.read("ppo").get("ppo");
        var c = o.get("categorical");
        var v = o.get("value");
        int n = 8;
        var counted = new boolean[n];
        Arrays.fill(counted, true);
        var coefficients = new PpoLoss.Coefficients(0.2, v.get("clip").asDouble(), 0.5);
        double[] advantage = numbers(c.get("advantages"));
        double[] logp = numbers(c.get("new_logprob"));
        var loss = PpoLoss.of(logp, numbers(c.get("old_logprob")), advantage, numbers(v.get("v_new")),
                numbers(v.get("v_old")), numbers(v.get("returns")), counted, coefficients);
        same(loss.policyLoss(), c.get("loss_mean_negated"));
        same(loss.ratio(), c.get("ratio"));
        same(loss.clipFraction(), c.get("clip_fraction"));
        same(loss.approximateKl(), c.get("approx_kl_k3_ratio_minus_1_minus_logratio"));
        double[] oldLogp = numbers(c.get("old_logprob"));
        double k1 = 0;
        double k2 = 0;
        for (int i = 0; i < n; i++) {
            k1 += KlPenalty.k1(oldLogp[i], logp[i]) / n;
            k2 += KlPenalty.k2(oldLogp[i], logp[i]) / n;
        }
        same(k1, c.get("approx_kl_k1_mean_old_minus_new"));
        same(k2, c.get("approx_kl_k2_half_sq"));
        same(loss.valueLoss(), v.get("clipped_half_max"));
        same(loss.dValue(), o.get("total").get("dvalues"));
        double[][] logits = Oracle.matrix(c.get("new_logits"));
        double[] actions = numbers(c.get("actions"));
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < 3; a++) {
                double total = Arrays.stream(logits[i]).map(Math::exp).sum();
                double p = Math.exp(logits[i][a]) / total;
                double dLogit = loss.dLogp()[i] * ((a == actions[i] ? 1 : 0) - p);
                same(dLogit, c.get("dloss_dlogits").get(i).get(a));
            }
        }
        var free = PpoLoss.of(logp, numbers(c.get("old_logprob")), advantage, numbers(v.get("v_new")),
                numbers(v.get("v_old")), numbers(v.get("returns")), counted,
                new PpoLoss.Coefficients(0.2, Double.POSITIVE_INFINITY, 0.5));
        same(free.valueLoss(), v.get("unclipped_half_mse"));
    }

    @Test
    void dpoAndItsSiblings() {
        var o = Oracle.read("dpo");
        double[] chosen = numbers(o.get("logp_chosen"));
        double[] rejected = numbers(o.get("logp_rejected"));
        double[] refChosen = numbers(o.get("ref_chosen"));
        double[] refRejected = numbers(o.get("ref_rejected"));
        for (var entry : o.get("betas").properties()) {
            double beta = Double.parseDouble(entry.getKey());
            var expected = entry.getValue();
            check(expected.get("sigmoid"), DpoLoss.of(chosen, rejected, refChosen, refRejected, beta,
                    DpoLoss.Kind.SIGMOID, 0));
            check(expected.get("cdpo_label_smoothing_0_1"), DpoLoss.of(chosen, rejected, refChosen, refRejected, beta,
                    DpoLoss.Kind.SIGMOID, 0.1));
            check(expected.get("robust_label_smoothing_0_1"), DpoLoss.of(chosen, rejected, refChosen, refRejected,
                    beta, DpoLoss.Kind.ROBUST, 0.1));
            check(expected.get("hinge"), DpoLoss.of(chosen, rejected, refChosen, refRejected, beta,
                    DpoLoss.Kind.HINGE, 0));
            check(expected.get("ipo"), DpoLoss.of(chosen, rejected, refChosen, refRejected, beta,
                    DpoLoss.Kind.IPO, 0));
            var loss = DpoLoss.of(chosen, rejected, refChosen, refRejected, beta, DpoLoss.Kind.SIGMOID, 0);
            same(loss.margin(), expected.get("logit_z"));
            same(loss.chosenReward(), expected.get("implicit_reward_chosen"));
            same(loss.rejectedReward(), expected.get("implicit_reward_rejected"));
            same(loss.accuracy(), expected.get("reward_accuracy"));
            same(Arrays.stream(loss.margin()).average().orElseThrow(), expected.get("reward_margin_mean"));
        }
    }

    private static void check(JsonNode expected, DpoLoss actual) {
        same(actual.loss(), expected.get("loss_per_pair"));
        same(actual.meanLoss(), expected.get("loss_mean"));
        same(actual.dChosen(), expected.get("d_mean_dlogp_chosen"));
        same(actual.dRejected(), expected.get("d_mean_dlogp_rejected"));
    }

    @Test
    void atTheReferenceDpoLosesLogTwoAndPullsWithHalfOfBeta() {
        double[] at = {-3};
        var loss = DpoLoss.of(at, at, at, at, 0.3, DpoLoss.Kind.SIGMOID, 0);
        same(loss.meanLoss(), Oracle.read("dpo").get("at_policy_equal_ref").get("loss"));
        assertThat(loss.dChosen()).containsExactly(-0.15);
        assertThat(loss.dRejected()).containsExactly(0.15);
    }

    @Test
    void hugeDifferencesStayFinite() {
        var loss = BradleyTerry.of(new double[] {1e4, -1e4}, new double[] {-1e4, 1e4});
        assertThat(loss.loss()).containsExactly(new double[] {0, 2e4}, within(1e-300));
        assertThat(loss.dChosen()).containsExactly(new double[] {0, -0.5}, within(1e-300));
    }
}
