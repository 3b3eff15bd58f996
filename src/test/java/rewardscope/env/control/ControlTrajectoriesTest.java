package rewardscope.env.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.env.Oracle;
import rewardscope.env.VectorEnvironment.Outcome;
import rewardscope.env.control.ControlSpec.World;
import rewardscope.math.RandomStream;

/// Long runs from all sorts of states, against a program that knows the published definitions alone: forces beyond their
/// range, falls over every limit, whole episodes kept up by a controller until they are truncated.
class ControlTrajectoriesTest {
    record Run(JsonNode data) {
        boolean isEpisode() {
            return data.has("return");
        }

        ControlEnvironment world() {
            var world = World.valueOf(data.get("world").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
            var start = Oracle.numbers(data.get("start"));
            var spec = new ControlSpec(
                    world,
                    0,
                    ControlSpec.of(world).maxSteps(),
                    Arrays.stream(start).boxed().toList());
            return spec.create(RandomStream.named(1, "environment"));
        }

        /// What is upright magnifies every rounding error, so the forces that keep it up answer to where it is.
        double force(double number, double[] state) {
            double[] gain = Oracle.numbers(data.path("gain"));
            double force = number;
            for (int i = 0; i < gain.length; i++) {
                force += gain[i] * state[i];
            }
            boolean chosen = gain.length > 0 && data.get("world").asText().equals("cart-pole");
            return chosen ? force > 0 ? 1 : 0 : force;
        }

        @Override
        public String toString() {
            return data.get("world").asText() + ", " + data.get("name").asText() + ", from " + data.get("start");
        }
    }

    private static List<Run> runs(boolean episodes) {
        return StreamSupport.stream(Oracle.named("control_trajectories").get("runs").spliterator(), false)
                .map(Run::new)
                .filter(run -> run.isEpisode() == episodes)
                .toList();
    }

    static List<Run> episodes() {
        return runs(true);
    }

    static List<Run> pastTheEnd() {
        return runs(false);
    }

    private static void compare(ControlEnvironment world, JsonNode expected) {
        double[] state = Oracle.numbers(expected.get("state"));
        for (int i = 0; i < state.length; i++) {
            assertThat(world.state()[i])
                    .as("number %d of the state after step %s", i, expected.get("step"))
                    .isCloseTo(state[i], within(1e-9 * Math.max(1, Math.abs(state[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void episodesGoAndEndAsTheDefinitionsSay(Run run) {
        var world = run.world();
        world.reset();
        var actions = run.data().get("actions");
        var states = run.data().get("states").iterator();
        var next = states.next();
        Outcome last = null;
        for (int t = 1; t <= actions.size(); t++) {
            last = world.step(new double[] {run.force(actions.get(t - 1).asDouble(), world.state())});
            if (next.get("step").asInt() == t) {
                compare(world, next);
                next = states.hasNext() ? states.next() : next;
            }
            if (t < actions.size()) {
                assertThat(last.endsEpisode()).as("end after step %d", t).isFalse();
            }
        }
        var end = run.data().get("end");
        assertThat(last.terminated()).isEqualTo(!end.isNull() && end.get("terminated").asBoolean());
        assertThat(last.truncated()).isEqualTo(!end.isNull() && !end.get("terminated").asBoolean());
        double sum = run.data().get("return").asDouble();
        assertThat(world.episode().undiscountedReturn()).isCloseTo(sum, within(1e-9 * Math.max(1, Math.abs(sum))));
    }

    @ParameterizedTest
    @MethodSource("pastTheEnd")
    void fiveHundredStepsFollowTheEquations(Run run) {
        var world = run.world();
        world.place(Oracle.numbers(run.data().get("start")));
        var actions = run.data().get("actions");
        int t = 0;
        for (JsonNode expected : run.data().get("states")) {
            for (; t < expected.get("step").asInt(); t++) {
                double action = actions.get(t).asDouble();
                world.advance(world instanceof CartPole ? action * 20 - 10 : action, 0);
            }
            compare(world, expected);
        }
        assertThat(t).isEqualTo(500);
    }
}
