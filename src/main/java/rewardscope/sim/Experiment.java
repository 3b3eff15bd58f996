package rewardscope.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.AgentType;
import rewardscope.agent.Family;
import rewardscope.compute.Compute;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;

/// A checked experiment. Every run is a pure function of it.
///
/// @param environment what the world is
/// @param agentType which algorithm
/// @param agentValues the keys set on it, each of the kind that [AgentSettings] says
/// @param seed the root of all random streams
/// @param compute where a neural network's arithmetic happens
/// @param source the experiment as plain maps, lists, strings, numbers and booleans, as it was written: what results
///     echo and a saved file holds
public record Experiment(
        EnvironmentSpec environment,
        AgentType agentType,
        Map<String, Object> agentValues,
        long seed,
        Stop stop,
        Compute compute,
        Map<String, Object> source) {
    /// What agents that no device has a part in are said to run on.
    public static final String PROCESSOR = "cpu";

    /// An experiment on the backend that the application brings along.
    public Experiment(
            EnvironmentSpec environment,
            AgentType agentType,
            Map<String, Object> agentValues,
            long seed,
            Stop stop,
            Map<String, Object> source) {
        this(environment, agentType, agentValues, seed, stop, Compute.STANDARD, source);
    }

    /// The same experiment on other random numbers.
    public Experiment withSeed(long seed) {
        return new Experiment(environment, agentType, agentValues, seed, stop, compute, source);
    }

    public Experiment withStop(Stop stop) {
        return new Experiment(environment, agentType, agentValues, seed, stop, compute, source);
    }

    /// The same experiment on another device.
    public Experiment withCompute(Compute compute) {
        return new Experiment(environment, agentType, agentValues, seed, stop, compute, source);
    }

    /// What its arithmetic runs on, as results name it: known before it runs. Language models compute on a backend
    /// always, other agents only elsewhere than on the processor.
    public String backend() {
        boolean always = agentType.family() == Family.LANGUAGE;
        return agentType.anyDevice() && (always || compute.elsewhere()) ? compute.device().name() : PROCESSOR;
    }

    /// Where a run of it goes on, in words, if its device fails.
    public String refuge() {
        String backend = withCompute(Compute.STANDARD).backend();
        return backend.equals(PROCESSOR) ? "the processor" : backend;
    }

    /// The same experiment with another value of one of the agent's keys.
    ///
    /// @param value of the kind that the key has, and as the file would hold it
    public Experiment withAgentValue(String key, Object value) {
        var values = new LinkedHashMap<>(agentValues);
        values.put(key, value);
        var written = new LinkedHashMap<>(source);
        if (source.get("agent") instanceof Map<?, ?> agent) {
            var changed = new LinkedHashMap<Object, Object>(agent);
            changed.put(key, value);
            written.put("agent", changed);
        }
        return new Experiment(environment, agentType, values, seed, stop, compute, written);
    }

    /// Makes the agent in its environment, at the very start.
    public Agent createAgent() {
        var world = environment.create(RandomStream.named(seed, "environment"));
        return agentType.create().apply(new AgentSettings(agentType, world, agentValues, seed, compute));
    }
}
