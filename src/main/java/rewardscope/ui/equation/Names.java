package rewardscope.ui.equation;

import java.util.Map;
import rewardscope.agent.StepEvent.Place;
import rewardscope.env.Layout;
import rewardscope.sim.View;

/// What things are called in sentences and tooltips: states by the layout, actions by the model, components by the
/// field's own terms.
final class Names {
    private static final Map<String, String> COMPONENTS = Map.ofEntries(
            Map.entry("alpha", "step size α"),
            Map.entry("gamma", "discount γ"),
            Map.entry("epsilon", "exploration ε"),
            Map.entry("lambda", "trace decay λ"),
            Map.entry("beta", "inverse temperature β"),
            Map.entry("reward", "reward"),
            Map.entry("probability", "probability"),
            Map.entry("qOld", "value before"),
            Map.entry("qNew", "value after"),
            Map.entry("vOld", "value before"),
            Map.entry("vNew", "value after"),
            Map.entry("qNext", "value of the next action"),
            Map.entry("vNext", "value of the next state"),
            Map.entry("maxQNext", "best value in the next state"),
            Map.entry("target", "target"),
            Map.entry("tdError", "TD error δ"),
            Map.entry("expectedReward", "expected reward"),
            Map.entry("visits", "number of visits"),
            Map.entry("discount", "power of the discount"),
            Map.entry("traceOld", "trace before"),
            Map.entry("traceNew", "trace after"),
            Map.entry("policy", "probability of the action"));

    private Names() {}

    /// What a component is called: its own entry, or its name taken apart.
    static String component(String name) {
        String known = COMPONENTS.get(name);
        return known != null ? known : name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    /// `Q(3, down)`, `V(2)`, `Q((0,1), up)`.
    static String place(Place place, View.World world) {
        if (!(world instanceof View.World.Finite)) { // one state: a bandit
            return place.action() < 0 ? "V" : "Q(" + place.action() + ")";
        }
        String state = state(place.state(), world);
        if (place.action() < 0) {
            return state.startsWith("(") ? "V" + state : "V(" + state + ")";
        }
        return "Q(" + state + ", " + action(place.action(), world) + ")";
    }

    static String state(int state, View.World world) {
        if (world instanceof View.World.Finite(_, Layout layout, _) && state >= 0 && state < layout.states()) {
            String name = layout.stateName(state);
            return layout instanceof Layout.Grid ? "(" + name + ")" : name;
        }
        return Integer.toString(state);
    }

    static String action(int action, View.World world) {
        return world instanceof View.World.Finite finite
                        && action >= 0
                        && action < finite.model().actions()
                ? finite.model().actionName(action)
                : Integer.toString(action);
    }

    /// Who acts: a rat on tracks and in mazes, else the agent.
    static String actor(View.World world) {
        if (world instanceof View.World.Finite(_, Layout layout, _)) {
            boolean rat = layout instanceof Layout.Track || layout instanceof Layout.Grid grid && grid.maze();
            return rat ? "The rat" : "The agent";
        }
        return "The agent";
    }
}
