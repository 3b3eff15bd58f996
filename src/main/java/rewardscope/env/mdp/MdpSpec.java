package rewardscope.env.mdp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.FiniteEnvironment;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

/// Any finite MDP (`mdp`), written out.
///
/// @param states their names, in order
/// @param actions their names, in order
/// @param terminal the states that end an episode
/// @param start the probability of starting in each state named; empty: every state that is not terminal, equally
/// @param startState the only state to start in, in place of `start`
public record MdpSpec(
        List<String> states,
        List<String> actions,
        List<Step> transitions,
        List<String> terminal,
        Map<String, Double> start,
        int maxSteps,
        Optional<String> startState)
        implements EnvironmentSpec {
    public MdpSpec {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        transitions = List.copyOf(transitions);
        terminal = List.copyOf(terminal);
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
    }

    /// One way in which an action can turn out.
    ///
    /// @param p its probability; those of one state and action sum to 1
    public record Step(String from, String action, String to, double p, double reward) {}

    @Override
    public String type() {
        return "mdp";
    }

    @Override
    public List<Fault> faults() {
        return MdpFaults.of(this);
    }

    @Override
    public FiniteEnvironment create(RandomStream random) {
        var ends = new boolean[states.size()];
        for (String name : terminal) {
            ends[states.indexOf(name)] = true;
        }
        return new MdpEnvironment(model(), new Layout.Graph(states, ends), maxSteps, random);
    }

    /// @throws IllegalStateException if it has faults
    FiniteMdp model() {
        var stateNumbers = numbers(states);
        var actionNumbers = numbers(actions);
        var builder = new FiniteMdp.Builder(states.size(), actions);
        for (Step step : transitions) {
            builder.outcome(
                    stateNumbers.get(step.from()),
                    actionNumbers.get(step.action()),
                    new FiniteMdp.Outcome(
                            stateNumbers.get(step.to()), step.p(), step.reward(), terminal.contains(step.to())));
        }
        starts().forEach((name, p) -> builder.start(stateNumbers.get(name), p));
        return builder.build();
    }

    private Map<String, Double> starts() {
        if (startState.isPresent()) {
            return Map.of(startState.get(), 1.0);
        }
        if (!start.isEmpty()) {
            return start;
        }
        var every = new LinkedHashMap<String, Double>();
        for (String name : states) {
            if (!terminal.contains(name)) {
                every.put(name, 1.0 / (states.size() - terminal.size()));
            }
        }
        return every;
    }

    private static Map<String, Integer> numbers(List<String> names) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        return numbers;
    }
}
