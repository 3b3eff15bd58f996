package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Schedule;
import rewardscope.agent.StepEvent;
import rewardscope.math.Snapshot;

class TimelineTest {
    private static Timeline advanced(Experiment experiment, int acts) {
        var timeline = new Timeline(experiment);
        for (int i = 0; i < acts; i++) {
            timeline.advance();
        }
        return timeline;
    }

    @Test
    void standingAtAnActAgainShowsTheSameRecordAndTheSameState() {
        var timeline = advanced(Corridor.qLearning(1), 500);
        StepEvent event = timeline.event().orElseThrow();
        var state = Snapshot.of(timeline.present());

        timeline.seek(499);
        timeline.advance();

        assertThat(timeline.event()).contains(event);
        assertThat(Snapshot.of(timeline.present())).isEqualTo(state);
    }

    @Property(tries = 60)
    void anyWanderingThroughTimeShowsWhatAStraightRunShows(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 400) Integer> acts) {
        var straight = new Timeline(Corridor.qLearning(7));
        var events = new ArrayList<StepEvent>();
        var states = new ArrayList<Snapshot>();
        states.add(Snapshot.of(straight.present()));
        for (int i = 0; i < 400; i++) {
            straight.advance();
            events.add(straight.event().orElseThrow());
            states.add(Snapshot.of(straight.present()));
        }
        var wandering = advanced(Corridor.qLearning(7), 400);
        for (int act : acts) {
            wandering.seek(act);
            assertThat(wandering.now()).isEqualTo(act);
            assertThat(Snapshot.of(wandering.present())).isEqualTo(states.get(act));
            assertThat(wandering.event().map(Object::toString))
                    .isEqualTo(act == 0 ? Optional.empty() : Optional.of(events.get(act - 1).toString()));
        }
    }

    @Test
    void aChangedParameterIsChangedAgainOnReplay() {
        var timeline = advanced(Corridor.qLearning(3), 100);
        timeline.intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.25)));
        for (int i = 0; i < 100; i++) {
            timeline.advance();
        }
        var state = Snapshot.of(timeline.present());

        timeline.seek(20);
        timeline.seek(200);

        assertThat(Snapshot.of(timeline.present())).isEqualTo(state);
    }

    @Test
    void aForkWithNothingChangedGoesTheSameWay() {
        var timeline = advanced(Corridor.qLearning(5), 300);
        var end = Snapshot.of(timeline.present());
        timeline.seek(120);
        var fork = timeline.fork();
        while (fork.now() < 300) {
            fork.advance();
        }
        assertThat(Snapshot.of(fork.present())).isEqualTo(end);
    }

    @Test
    void aForkWithAnotherStepSizeLeavesTheFirstRunAsItWas() {
        var timeline = advanced(Corridor.qLearning(5), 300);
        var end = Snapshot.of(timeline.present());
        timeline.seek(120);
        var fork = timeline.fork();
        fork.intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(1)));
        while (fork.now() < 300) {
            fork.advance();
        }
        timeline.seek(300);
        assertThat(Snapshot.of(timeline.present())).isEqualTo(end);
        assertThat(Snapshot.of(fork.present())).isNotEqualTo(end);
    }

    @Test
    void theReasonForAValueIsTheLatestActThatChangedIt() {
        var timeline = advanced(Corridor.qLearning(2), 250);
        var expected = new ArrayList<Long>();
        var place = new StepEvent.Place(4, 0);
        for (long act = 1; act <= 250; act++) {
            timeline.seek(act);
            if (timeline.event().orElseThrow().changed().orElseThrow().equals(place)) {
                expected.add(act);
            }
        }
        assertThat(timeline.lastChange(place, 10_000).orElseThrow().act()).isEqualTo(expected.getLast());
    }

    @Test
    void aCurveKeepsItsExtremesHoweverLongTheRun() {
        var curve = new Curve("td-error");
        for (int act = 1; act <= 100_000; act++) {
            curve.add(act, act == 77_777 ? 5 : Math.sin(act));
        }
        var points = curve.toPoints();
        assertThat(points.size()).isBetween(1000, 2048);
        assertThat(points.max()).contains(5.0);
        assertThat(Math.abs(curve.actOfLargest(100_000) - 77_777)).isLessThanOrEqualTo(points.perBucket());
    }
}
