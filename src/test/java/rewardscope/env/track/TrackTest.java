package rewardscope.env.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.Oracle;
import rewardscope.env.Solve;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class TrackTest {
    private static final int UP = 0;
    private static final int DOWN = 1;

    @Test
    void bestValuesFallByGammaACellFromTheFood() {
        for (var entry : Oracle.named("linear_track").get("cases").properties()) {
            int states = entry.getValue().get("N").asInt();
            double gamma = entry.getValue().get("gamma").asDouble();
            var model = TrackSpec.of(states).create(RandomStream.named(1, "environment")).model();
            var v = Solve.optimal(model, gamma);
            var expected = entry.getValue().get("limit_Q_up_down");
            for (int s = 0; s < states - 1; s++) {
                assertThat(model.backup(s, UP, gamma, v)).isEqualTo(expected.get(s).get(UP).asDouble(), within(1e-8));
                assertThat(model.backup(s, DOWN, gamma, v))
                        .isEqualTo(expected.get(s).get(DOWN).asDouble(), within(1e-8));
            }
        }
    }

    @Test
    void downAtTheStartStays() {
        var track = TrackSpec.of(6).create(RandomStream.named(1, "environment"));
        assertThat(track.reset()).isZero();
        assertThat(track.step(DOWN).state()).isZero();
        assertThat(track.step(UP).state()).isEqualTo(1);
        assertThat(track.step(DOWN).state()).isZero();
    }

    @Test
    void fiveStepsUpReachTheFoodOfSixCells() {
        var track = new TrackSpec(6, 10, -1, 100, Optional.empty()).create(RandomStream.named(1, "environment"));
        track.reset();
        for (int i = 0; i < 4; i++) {
            assertThat(track.step(UP).reward()).isEqualTo(-1);
        }
        var last = track.step(UP);
        assertThat(last.reward()).isEqualTo(9);
        assertThat(last.terminated()).isTrue();
        assertThat(track.episode().undiscountedReturn()).isEqualTo(5);
    }

    @Test
    void aTrackMayStartAnywhereButAtTheFood() {
        assertThat(start("3").create(RandomStream.named(1, "environment")).reset()).isEqualTo(3);
        for (String wrong : List.of("5", "-1", "top")) {
            assertThat(start(wrong).faults()).extracting(Fault::path).containsExactly(List.of("start-state"));
        }
        assertThat(TrackSpec.of(1).faults()).extracting(Fault::path).contains(List.of("states"));
    }

    private static TrackSpec start(String state) {
        return new TrackSpec(6, 1, 0, 100, Optional.of(state));
    }

    @Test
    void tenStepsOfATenthReachTheFoodExactly() {
        var track = ContinuousTrackSpec.DEFAULT.create(RandomStream.named(1, "environment"));
        assertThat(track.reset()).containsExactly(0);
        assertThat(track.step(DOWN).observation()).containsExactly(0);
        for (int i = 1; i < 10; i++) {
            var outcome = track.step(UP);
            assertThat(outcome.observation()[0]).isEqualTo(i / 10.0, within(1e-12));
            assertThat(outcome.endsEpisode()).isFalse();
            assertThat(outcome.reward()).isZero();
        }
        var last = track.step(UP);
        assertThat(last.observation()).containsExactly(1);
        assertThat(last.terminated()).isTrue();
        assertThat(last.reward()).isEqualTo(1);
    }

    @Test
    void theContinuousTrackStartsWhereToldAndComesBackBitForBit() {
        var spec = new ContinuousTrackSpec(0.03, 1, -0.5, 3, OptionalDouble.of(0.5));
        var track = spec.create(RandomStream.named(1, "environment"));
        assertThat(track.reset()).containsExactly(0.5);
        track.step(UP);
        var snapshot = Snapshot.of(track);
        var second = track.step(DOWN);
        var third = track.step(UP);
        assertThat(third.truncated()).isTrue();
        assertThat(track.episode().undiscountedReturn()).isEqualTo(-1.5);
        snapshot.restore(track);
        assertThat(track.step(DOWN).observation()).containsExactly(second.observation());
        assertThat(Snapshot.of(track)).isNotEqualTo(snapshot);
    }
}
