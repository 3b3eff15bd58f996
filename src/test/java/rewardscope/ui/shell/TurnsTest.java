package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;

class TurnsTest {
    private static final long MILLISECOND = 1_000_000;

    private record Reading(String name, int mostPerSecond) implements Pane {
        @Override
        public Node node() {
            return new Group();
        }

        @Override
        public void show(Frame frame) {}

        @Override
        public void use(Palette palette) {}
    }

    private final Turns turns = new Turns();
    private final Pane equation = new Reading("equation", 10);
    private final Pane table = new Reading("table", 10);

    @Test
    void oneOfThemAPulse() {
        turns.owe(equation);
        turns.owe(table);
        assertThat(turns.next(0)).isPresent();
        assertThat(turns.next(0)).isPresent();
        assertThat(turns.next(0)).isEmpty();
    }

    @Test
    void noneMoreOftenThanItAsksFor() {
        turns.owe(equation);
        assertThat(turns.next(0)).isEqualTo(Optional.of(equation));
        turns.owe(equation);
        assertThat(turns.next(99 * MILLISECOND)).isEmpty();
        assertThat(turns.next(100 * MILLISECOND)).isEqualTo(Optional.of(equation));
    }

    @Test
    void whoHasWaitedLongestComesFirst() {
        turns.owe(equation);
        turns.next(0);
        turns.owe(table);
        turns.next(20 * MILLISECOND);
        turns.owe(table);
        turns.owe(equation);
        assertThat(turns.next(200 * MILLISECOND)).isEqualTo(Optional.of(equation));
        assertThat(turns.next(200 * MILLISECOND)).isEqualTo(Optional.of(table));
    }

    @Test
    void aPaneThatHasBeenShownOtherwiseIsOwedNothing() {
        turns.owe(equation);
        assertThat(turns.settle(equation)).isTrue();
        assertThat(turns.next(0)).isEmpty();
    }
}
