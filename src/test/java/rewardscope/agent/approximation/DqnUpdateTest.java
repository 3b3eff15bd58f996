package rewardscope.agent.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.control.ControlSpec;
import rewardscope.nn.Oracle;

/// A whole update of the Q-network from a minibatch to the weights after it, against a program that has only the
/// papers' definitions: plain and double targets, both losses, hard and soft target networks. Two of the six transitions
/// terminate.
class DqnUpdateTest {
    private static final JsonNode ORACLE = Oracle.read("dqn_variants");
    private static final int BATCH = 9;
    private static final double ALPHA = 0.01;
    private static final double TOLERANCE = 1e-10;

    record Variant(JsonNode data, double tau) {
        @Override
        public String toString() {
            return (data.get("double").asBoolean() ? "double, " : "plain, ") + data.get("loss").asText()
                    + (tau > 0 ? ", soft target" : ", hard target");
        }
    }

    static Stream<Variant> variants() {
        return StreamSupport.stream(ORACLE.get("variants").spliterator(), false)
                .flatMap(data -> Stream.of(new Variant(data, 0), new Variant(data, 0.3)));
    }

    /// An agent about to learn from the reference's transitions, in place of those that its world gave it.
    private static Dqn about(Variant variant) {
        var agent = (Dqn) Trial.agent(
                Dqn.TYPE,
                ControlSpec.of(ControlSpec.World.CART_POLE),
                Map.ofEntries(
                        Map.entry("hidden", List.of(4)),
                        Map.entry("replay", 6),
                        Map.entry("warm-up", 6),
                        Map.entry("batch", BATCH),
                        Map.entry("target-every", 1),
                        Map.entry("double", variant.data().get("double").asBoolean()),
                        Map.entry("loss", variant.data().get("loss").asText()),
                        Map.entry("alpha", new Schedule.Constant(ALPHA)),
                        Map.entry("gamma", new Schedule.Constant(ORACLE.get("gamma").asDouble())),
                        Map.entry("tau", new Schedule.Constant(variant.tau()))),
                1);
        for (int i = 0; i < 6; i++) {
            agent.advance();
        }
        for (int i = 0; i < 6; i++) {
            agent.replay.add(
                    Oracle.numbers(ORACLE.get("observations").get(i)),
                    ORACLE.get("actions").get(i).asInt(),
                    ORACLE.get("rewards").get(i).asDouble(),
                    Oracle.numbers(ORACLE.get("next_observations").get(i)),
                    ORACLE.get("terminated").get(i).asBoolean());
        }
        double[] w = Oracle.numbers(ORACLE.get("online"));
        System.arraycopy(w, 0, agent.nets.online.parameters(), 0, w.length);
        System.arraycopy(Oracle.numbers(ORACLE.get("target")), 0, agent.nets.target.parameters(), 0, w.length);
        return agent;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aMinibatchMovesBothNetworksToWhereTheReferenceDoes(Variant variant) {
        Dqn agent = about(variant);
        double[] w = agent.nets.online.parameters().clone();
        double[] wOld = agent.nets.target.parameters().clone();
        agent.advance();
        var update = (DqnEvents.Learning) agent.event();
        assertThat(update.samples()).hasSize(BATCH);

        double loss = 0;
        var gradient = new double[w.length];
        for (var sample : update.samples()) {
            var expected = variant.data().get("transitions").get(sample.slot());
            assertThat(sample.qTargetNext()).isCloseTo(expected.get("q_next").asDouble(), within(TOLERANCE));
            assertThat(sample.q()).isCloseTo(expected.get("q").asDouble(), within(TOLERANCE));
            assertThat(sample.target()).isCloseTo(expected.get("target").asDouble(), within(TOLERANCE));
            assertThat(sample.tdError()).isCloseTo(sample.target() - sample.q(), within(TOLERANCE));
            loss += expected.get("loss").asDouble() / BATCH;
            double[] g = Oracle.numbers(expected.get("gradient"));
            for (int i = 0; i < g.length; i++) {
                gradient[i] += g[i] / BATCH;
            }
        }
        assertThat(update.loss()).isCloseTo(loss, within(TOLERANCE));
        assertThat(agent.nets.gradient).containsExactly(gradient, within(TOLERANCE));

        // Adam's first step is α g / (|g| + 1e-8), whatever its memory.
        for (int i = 0; i < w.length; i++) {
            double moved = w[i] - ALPHA * gradient[i] / (Math.abs(gradient[i]) + 1e-8);
            assertThat(agent.nets.online.parameters()[i]).isCloseTo(moved, within(1e-8));
            double followed = (1 - variant.tau()) * wOld[i] + variant.tau() * agent.nets.online.parameters()[i];
            assertThat(agent.nets.target.parameters()[i]).isCloseTo(followed, within(TOLERANCE));
        }
        agent.advance();
        if (variant.tau() == 0) {
            assertThat(agent.event()).isInstanceOf(DqnEvents.Copy.class);
            assertThat(agent.nets.target.parameters()).containsExactly(agent.nets.online.parameters());
        } else {
            assertThat(agent.event()).isInstanceOf(DqnEvents.Stored.class);
        }
    }
}
