package rewardscope.env;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;
import rewardscope.env.mdp.MdpSpec;
import rewardscope.env.track.TrackSpec;

/// Just enough of a reader to make the presets without the experiment parser: it trusts every key.
public final class YamlSpecs {
    private YamlSpecs() {}

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(String yaml) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    public static EnvironmentSpec read(String yaml) {
        var keys = map(yaml);
        return switch ((String) keys.get("type")) {
            case "gridworld", "maze" -> grid(keys);
            case "linear-track" -> TrackSpec.of((Integer) keys.get("states"));
            case "mdp" -> mdp(keys);
            case "bandit" -> BanditSpec.of((Integer) keys.get("arms"));
            default -> throw new IllegalArgumentException(keys.toString());
        };
    }

    private static double number(Map<?, ?> keys, String key, double otherwise) {
        return keys.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    @SuppressWarnings("unchecked")
    private static GridSpec grid(Map<String, Object> keys) {
        var builder = GridSpec.of((String) keys.get("layout"))
                .maze(keys.get("type").equals("maze"))
                .stepReward(number(keys, "step-reward", 0))
                .bumpReward(number(keys, "bump-reward", 0))
                .moves((int) number(keys, "moves", 4))
                .noise(number(keys, "noise", 0))
                .wind((List<Integer>) keys.getOrDefault("wind", List.of()))
                .stochasticWind(keys.get("stochastic-wind") == Boolean.TRUE)
                .maxSteps((int) number(keys, "max-steps", MdpEnvironment.UNLIMITED));
        ((Map<String, Map<String, Object>>) keys.getOrDefault("cells", Map.of()))
                .forEach((symbol, cell) -> builder.cell(symbol.charAt(0), cell(cell)));
        return builder.build();
    }

    private static CellSpec cell(Map<String, Object> keys) {
        return new CellSpec(
                number(keys, "reward", 0),
                keys.get("terminal") == Boolean.TRUE,
                "exit".equals(keys.get("collect")) ? CellSpec.Collect.EXIT : CellSpec.Collect.ENTER,
                Optional.ofNullable((String) keys.get("to")).map(to -> to.charAt(0)),
                keys.get("reset") == Boolean.TRUE);
    }

    @SuppressWarnings("unchecked")
    private static MdpSpec mdp(Map<String, Object> keys) {
        var steps = new ArrayList<MdpSpec.Step>();
        for (var step : (List<Map<String, Object>>) keys.get("transitions")) {
            steps.add(new MdpSpec.Step(
                    (String) step.get("from"),
                    (String) step.get("action"),
                    (String) step.get("to"),
                    number(step, "p", 1),
                    number(step, "reward", 0)));
        }
        var start = new LinkedHashMap<String, Double>();
        if (keys.get("start") instanceof String name) {
            start.put(name, 1.0);
        }
        return new MdpSpec(
                (List<String>) keys.get("states"),
                (List<String>) keys.get("actions"),
                steps,
                (List<String>) keys.getOrDefault("terminal", List.of()),
                start,
                MdpEnvironment.UNLIMITED,
                Optional.empty());
    }
}
