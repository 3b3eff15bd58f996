package rewardscope.sim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rewardscope.math.RandomStream;
import rewardscope.math.StudentT;

class VerdictTest {
    private static Verdict of(double[]... ends) {
        var names = List.of("a", "b", "c", "d", "e", "f").subList(0, ends.length);
        return Verdict.of(Measure.RETURN, names, ends);
    }

    @Test
    void theBetterIsNamedOnlyWhereTheIntervalIsClearOfZero() {
        assertThat(of(new double[] {5, 6, 7}, new double[] {1, 2, 3.5}).sentence())
                .startsWith("a gets the higher return on 3 seeds: a − b = 3.83, 95 % interval ");
        assertThat(of(new double[] {5, 1, 3}, new double[] {1, 5, 3}).sentence())
                .startsWith("No difference can be told from 3 seeds");
        assertThat(of(new double[] {5}, new double[] {1}).sentence()).isEqualTo("Nothing can be said from one seed.");
    }

    @Test
    void ofThreeAgentsEachPairHasAThirdOfTheChanceOfError() {
        var verdict = of(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}, new double[] {2, 1, 4, 3});
        assertThat(verdict.pairs()).hasSize(3);
        assertThat(verdict.confidence()).isCloseTo(1 - 0.05 / 3, within(1e-15));
        // a − b: differences 0, −1, 1, 0: mean 0, deviation √(2/3), error √(1/6), three degrees of freedom
        double half = StudentT.quantile(1 - 0.05 / 6, 3) * Math.sqrt(1.0 / 6);
        assertThat(verdict.pairs().getFirst().difference().half()).isCloseTo(half, within(1e-12));
    }

    @Test
    void aSeedOnWhichOneCameToNothingIsLeftOutForBoth() {
        var verdict = of(new double[] {5, Double.NaN, 7, 9}, new double[] {1, 100, 3, 5});
        assertThat(verdict.pairs().getFirst().difference().n()).isEqualTo(3);
        assertThat(verdict.pairs().getFirst().difference().mean()).isEqualTo(4);
        assertThat(verdict.sentence()).endsWith(" a ended no episode on 1 of 4 seeds, which are left out.");
    }

    @Test
    void whoHasNoNumberIsNotAmongTheBest() {
        var verdict = of(new double[] {9, 9.1, 9.2}, new double[] {1, 1.1, 1}, new double[] {Double.NaN, Double.NaN, Double.NaN});
        assertThat(verdict.sentence())
                .startsWith("a is better than all others: 1 of 1 pairs")
                .endsWith(" c ended no episode.");
    }

    @Test
    void whoBeatsAllOthersIsSaidToDoSo() {
        var verdict = of(new double[] {9, 9.1, 9.2, 9}, new double[] {1, 1.1, 1, 1.2}, new double[] {1.1, 1, 1.2, 1});
        assertThat(verdict.sentence()).startsWith("a is better than all others: 2 of 3 pairs can be told apart");
        assertThat(verdict.sentence()).contains("98.3 %", "Bonferroni");
    }

    @Test
    void twoThatNobodyBeatsAreBothNamed() {
        var verdict = of(new double[] {9, 9.1, 9.2, 9}, new double[] {9.1, 9, 9, 9.2}, new double[] {1.1, 1, 1.2, 1});
        assertThat(verdict.sentence()).startsWith("Beaten by none: a, b. 2 of 3 pairs");
    }

    /// Six agents that are all the same: fifteen pairs, of which some would look different by chance nearly half of the
    /// time if each had an interval of 95 %.
    @Test
    void amongSixEqualAgentsADifferenceIsSeenAtMostOneTimeInTwenty() {
        var random = RandomStream.named(1, "test");
        int trials = 400;
        long wrong = IntStream.range(0, trials)
                .filter(_ -> {
                    var ends = new double[6][10];
                    for (double[] row : ends) {
                        for (int k = 0; k < row.length; k++) {
                            row[k] = random.gaussian();
                        }
                    }
                    return of(ends).pairs().stream().anyMatch(Verdict.Pair::told);
                })
                .count();
        // 5 % of 400 are 20, with a deviation of 4.4
        assertThat(wrong).isLessThan(34);
    }
}
