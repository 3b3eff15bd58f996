package rewardscope.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import rewardscope.agent.TestWorlds;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class QTableTest {
    /// Few different values, so that there are many ties, and now and then one that is not a number.
    @Property(tries = 50)
    void theMaximumKeptBesideTheTableIsThatOfTheRowAfterAnyWrites(@ForAll long seed) {
        var random = RandomStream.named(seed, "writes");
        var table = new QTable(TestWorlds.littleOfEverything(), 0);
        var restored = new QTable(TestWorlds.littleOfEverything(), 7);
        for (int write = 0; write < 200; write++) {
            int s = random.below(table.values().length);
            int[] actions = table.available(s);
            if (actions.length > 0) {
                double value = random.chance(0.02) ? Double.NaN : random.below(3);
                table.set(s, actions[random.below(actions.length)], value);
                assertRow(table, s);
            }
        }
        Snapshot.of(table).restore(restored);
        for (int s = 0; s < table.values().length; s++) {
            assertRow(restored, s);
        }
    }

    private static void assertRow(QTable table, int s) {
        double[] row = table.values()[s];
        var largest = Arrays.stream(row).filter(x -> !Double.isNaN(x)).max();
        if (largest.isPresent()) {
            int[] best = IntStream.range(0, row.length)
                    .filter(a -> row[a] == largest.getAsDouble())
                    .toArray();
            assertThat(table.max(s)).isEqualTo(largest.getAsDouble());
            assertThat(table.greedy(s)).isEqualTo(best[0]);
            assertThat(IntStream.range(0, table.ties(s)).map(i -> table.greedy(s, i)).toArray()).isEqualTo(best);
        } else if (table.available(s).length == 0) {
            assertThat(table.max(s)).isZero();
            assertThat(table.greedy(s)).isEqualTo(-1);
        }
    }
}
