package rewardscope.agent.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Schedule;
import rewardscope.agent.Trial;
import rewardscope.env.Oracle;

/// Least squares over written paths, against another solver: paths that end and that were truncated, states that were
/// never seen, with a ridge and without.
class LeastSquaresTest {
    private static final JsonNode ORACLE = Oracle.named("least_squares_paths");

    static List<JsonNode> cases() {
        return StreamSupport.stream(ORACLE.get("cases").spliterator(), false).toList();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("cases")
    void solutionsEqualThoseOfAnotherSolver(JsonNode of) {
        follow(LeastSquaresTd.TYPE, of, of.get("least_squares_td"));
        follow(LeastSquaresMc.TYPE, of, of.get("least_squares_mc"));
    }

    private static void follow(AgentType type, JsonNode of, JsonNode expected) {
        var paths = new ArrayList<String>();
        ORACLE.get("paths").forEach(path -> paths.add(path.asText()));
        Map<String, Object> values = Map.of(
                "gamma", new Schedule.Constant(of.get("gamma").asDouble()),
                "initial", of.get("initial").asDouble(),
                "ridge", Math.max(1e-9, of.get("ridge").asDouble()));
        var agent = type.create().apply(new AgentSettings(type, new PathEnvironment(paths), values, 1));
        for (int episode = 0; episode < paths.size(); episode++) {
            Trial.episodes(agent, 1);
            assertThat(Arrays.copyOfRange(Trial.v(agent), 1, 6))
                    .as("%s after %s", type.name(), paths.get(episode))
                    .containsExactly(Oracle.numbers(expected.get(episode)), within(1e-7));
        }
    }
}
