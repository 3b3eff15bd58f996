package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The rat's first episode has one TD error that is not zero: 1, at the last step.
class ResultsReaderTest {
    private static final Results FIRST_EPISODE = ExperimentRun.run(ExperimentReader.read(
                    Path.of("track.yaml"),
                    """
                    environment: {type: linear-track, states: 6}
                    agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
                    seed: 7
                    stop: {episodes: 1}
                    """)
            .experiment()
            .orElseThrow());

    private static double number(String path) throws ResultsReader.Unreadable {
        return ((ResultsReader.Value.Number) ResultsReader.read(path, FIRST_EPISODE)).value();
    }

    @Test
    void aSeriesBecomesOneNumber() throws Exception {
        double steps = number("steps");
        assertThat(number("series.td-error.max")).isEqualTo(1);
        assertThat(number("series.td-error.min")).isZero();
        assertThat(number("series.td-error.mean")).isCloseTo(1 / steps, offset(1e-12));
        assertThat(number("series.td-error.mean-square")).isCloseTo(1 / steps, offset(1e-12));
        assertThat(number("series.td-error.variance")).isCloseTo(1 / steps - 1 / (steps * steps), offset(1e-12));
    }

    @Test
    void soDoesAStretchOfIt() throws Exception {
        assertThat(number("series.td-error[-1:].mean")).isEqualTo(1);
        assertThat(number("series.td-error[-2:].mean")).isEqualTo(0.5);
        assertThat(number("series.td-error[:-1].max")).isZero();
        assertThat(number("series.td-error[0:1].max")).isZero();
        assertThat(number("series.td-error[-1000000:].max")).as("as many as there are").isEqualTo(1);
    }

    @Test
    void aStretchAloneIsNoNumberAndAnEmptyOneHasNoMean() {
        assertThatThrownBy(() -> number("series.td-error[-2:]"))
                .isInstanceOfSatisfying(ResultsReader.Unreadable.class, e -> assertThat(e.cure()).contains(".mean"));
        assertThatThrownBy(() -> number("series.td-error[5:5].mean")).isInstanceOf(ResultsReader.Unreadable.class);
        assertThatThrownBy(() -> number("series.td-error[a:].mean")).isInstanceOf(ResultsReader.Unreadable.class);
        assertThatThrownBy(() -> number("series.td-error[1:2:3].mean")).isInstanceOf(ResultsReader.Unreadable.class);
    }
}
