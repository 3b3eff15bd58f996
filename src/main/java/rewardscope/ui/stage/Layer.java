package rewardscope.ui.stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rewardscope.agent.Family;
import rewardscope.sim.Look;
import rewardscope.sim.View;

/// What of all that is known the stage shows.
public enum Layer {
    VALUES("V", "State values V(s): what is to come from here"),
    ACTION_VALUES("Q", "Action values Q(s,a): what is to come after each action"),
    POLICY("π", "Policy π(a|s): how likely each action is"),
    TRAIL("Trail", "Where the agent has been in this episode"),
    TRACES("Traces", "Eligibility traces: how far each state shares in the next TD error");

    private final String label;
    private final String meaning;

    Layer(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /// One line for a tooltip.
    public String meaning() {
        return meaning;
    }

    /// What there is to show of a run, in the order of the switch.
    static List<Layer> of(View view) {
        var list = new ArrayList<Layer>();
        View.Learned learned = view.learned();
        boolean acts = view.world() instanceof View.World.Finite;
        if (view.world() instanceof View.World.Vector) {
            return ofPlane(view.looks().offered());
        }
        if (!acts && !(view.world() instanceof View.World.Arms)) {
            return list;
        }
        if (acts && (learned.v().isPresent() || learned.q().isPresent())) {
            list.add(VALUES);
        }
        if (learned.q().isPresent()) {
            list.add(ACTION_VALUES);
        }
        if (learned.policy().isPresent()) {
            list.add(POLICY);
        }
        if (acts) {
            list.add(TRAIL);
        }
        if (learned.traces().isPresent()) {
            list.add(TRACES);
        }
        return list;
    }

    /// Over the plane of a continuous world.
    private static List<Layer> ofPlane(Set<Look> offered) {
        var list = new ArrayList<Layer>();
        if (offered.contains(Look.VALUES)) {
            list.add(VALUES);
        }
        if (offered.contains(Look.POLICY)) {
            list.add(POLICY);
        }
        if (offered.contains(Look.PATH)) {
            list.add(TRAIL);
        }
        return list;
    }

    /// What the run has to work out for it.
    Set<Look> looks() {
        return switch (this) {
            case VALUES -> EnumSet.of(Look.PATH, Look.VALUES);
            case POLICY -> EnumSet.of(Look.PATH, Look.POLICY);
            default -> EnumSet.of(Look.PATH);
        };
    }

    /// What a class should see first: the table that the algorithm works on.
    static Layer preferred(View view, Family family) {
        List<Layer> there = of(view);
        View.Learned learned = view.learned();
        boolean many = view.world() instanceof View.World.Finite finite && finite.model().states() > 150;
        if (learned.q().isPresent() && there.contains(ACTION_VALUES)) {
            boolean keepsV = learned.v().isPresent() && there.contains(VALUES);
            boolean worksOnV = keepsV && (family == Family.PLANNING || family == Family.PREDICTION);
            return (worksOnV || many) && there.contains(VALUES) ? VALUES : ACTION_VALUES;
        }
        return there.contains(VALUES) ? VALUES : there.contains(POLICY) ? POLICY : TRAIL;
    }
}
