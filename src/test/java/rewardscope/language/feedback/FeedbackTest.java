package rewardscope.language.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.language.world.Quality;
import rewardscope.math.RandomStream;

class FeedbackTest {
    private static final Quality GOOD = new Quality(1, 1, 1, 1, 1, 1, 6);
    private static final Quality POOR = new Quality(0.3, 0, 0, 1, 0.5, 1, 12);

    @Test
    void aRankingOfFourAnswersGivesSixPairsWhoseWeightsSumToOne() {
        var comparison = Comparison.ranked("q", List.of("a", "b", "c", "d"));
        assertThat(comparison.pairs()).hasSize(6).allMatch(pair -> pair.chosen() < pair.rejected());
        assertThat(comparison.pairs().stream().mapToDouble(Comparison.Pair::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void everyKindOfFeedbackBecomesComparisons() {
        var labels = List.<Feedback>of(
                new Feedback.Choice("p", "a", "b", Feedback.Verdict.B, "x"),
                new Feedback.Choice("p", "a", "b", Feedback.Verdict.TIE, "x"),
                new Feedback.Choice("p", "a", "a", Feedback.Verdict.A, "x"),
                new Feedback.Correction("p", "a", "c", "x"),
                new Feedback.Rating("q", "good", 5, "x"),
                new Feedback.Rating("q", "bad", 2, "x"),
                new Feedback.Rating("q", "bad too", 2, "x"),
                new Feedback.Harm("r", "kind", false, "x"),
                new Feedback.Harm("r", "cruel", true, "x"),
                new Feedback.Remark("s", "one", "rude and wrong", "x"),
                new Feedback.Remark("s", "two", "not wrong, and polite", "x"));
        var comparisons = Comparison.from(labels, RemarkRules.USUAL);
        assertThat(comparisons).contains(
                Comparison.of("p", "b", "a"),
                new Comparison("p", List.of("a", "b"),
                        List.of(new Comparison.Pair(0, 1, 0.5), new Comparison.Pair(1, 0, 0.5))),
                Comparison.of("p", "c", "a"),
                Comparison.of("q", "good", "bad"),
                Comparison.of("q", "good", "bad too"),
                Comparison.of("r", "kind", "cruel"),
                Comparison.of("s", "two", "one"));
        assertThat(comparisons).hasSize(7);
    }

    @Test
    void remarksAreRewardedWordByWordAndDenialsTurnThemRound() {
        assertThat(RemarkRules.USUAL.reward("Good, and polite!")).isEqualTo(2);
        assertThat(RemarkRules.USUAL.reward("this is not right")).isEqualTo(-1);
        assertThat(RemarkRules.USUAL.reward("well")).isZero();
        assertThat(RemarkRules.USUAL.reward("harmful, wrong, rude")).isEqualTo(-2);
    }

    @Test
    void anAnnotatorPrefersByTasteAndAMaliciousOneSaysTheOpposite() {
        var fair = new Annotator("ann", Annotator.Taste.FAIR, 1, false);
        var bad = new Annotator("bob", Annotator.Taste.FAIR, 1, true);
        double lead = fair.utility(GOOD) - fair.utility(POOR);
        assertThat(lead).isCloseTo(4 + 2 + 0.75, within(1e-12));
        assertThat(fair.probability(lead, 0)).isCloseTo(1 / (1 + Math.exp(-lead)), within(1e-12));
        assertThat(bad.probability(lead, 0)).isCloseTo(1 - fair.probability(lead, 0), within(1e-12));
        var biased = new Annotator("cleo", Annotator.Taste.FAIR.withPerWord(2), 1, false);
        assertThat(biased.utility(POOR)).isGreaterThan(biased.utility(GOOD));
    }

    @Test
    void rankingsAgreeWithThePairwiseProbability() {
        var ann = new Annotator("ann", Annotator.Taste.FAIR, 0.7, false);
        var random = RandomStream.named(3, "test");
        int first = 0;
        for (int i = 0; i < 20_000; i++) {
            first += ann.rank(new double[] {1, 0.4}, random).getFirst() == 0 ? 1 : 0;
        }
        assertThat(first / 20_000.0).isCloseTo(ann.probability(1, 0.4), within(4 * 0.5 / Math.sqrt(20_000)));
    }

    @Test
    void cohensAndFleissKappaOfWorkedExamples() {
        // 50 items: both yes 20, both no 15, only the first yes 5, only the second yes 10 (a common textbook table)
        var one = new int[50];
        var other = new int[50];
        for (int i = 0; i < 50; i++) {
            one[i] = i < 25 ? 1 : 0;
            other[i] = i < 20 || i >= 40 ? 1 : 0;
        }
        assertThat(Agreement.cohen(one, other, 2)).isCloseTo(0.4, within(1e-12));
        // Fleiss (1971) as worked out in the usual example of ten items, fourteen raters and five categories
        int[][] counts = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
        assertThat(Agreement.fleiss(List.of(counts))).isCloseTo(0.2099, within(1e-4));
    }
}
