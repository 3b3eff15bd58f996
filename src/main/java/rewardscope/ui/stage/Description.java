package rewardscope.ui.stage;

import java.util.ArrayList;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.language.LanguageLook;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.sim.View;

/// A place in words: for the tooltip, with all digits, and for a screen reader.
final class Description {
    private Description() {}

    /// A line each: where, V, Q, π, what the cell pays.
    static String exact(View view, WorldPainter painter, Place place) {
        if (view.world() instanceof View.World.Arms arms) {
            return arm(view, arms, place.action(), painter instanceof ArmsPainter p && p.revealed());
        }
        if (view.world() instanceof View.World.Language(LanguageLook look)) {
            return LanguageWords.exact(look, place.state());
        }
        if (!(view.world() instanceof View.World.Finite finite)) {
            return "";
        }
        FiniteMdp model = finite.model();
        View.Learned learned = view.learned();
        int s = place.state();
        var lines = new ArrayList<String>();
        lines.add(painter.nameOf(place) + ending(model, s));
        learned.v().ifPresent(v -> lines.add("V = " + Numbers.exact(v[s])));
        for (int a = 0; a < model.actions(); a++) {
            boolean wanted = place.action() < 0 || place.action() == a;
            if (!wanted || !model.available(s, a)) {
                continue;
            }
            var line = new StringBuilder(model.actionName(a));
            if (learned.q().isPresent()) {
                line.append("  Q = ").append(Numbers.exact(learned.q().get()[s][a]));
            }
            if (learned.policy().isPresent()) {
                line.append("  π = ").append(Numbers.brief(learned.policy().get()[s][a]));
            }
            if (learned.q().isPresent() || learned.policy().isPresent()) {
                lines.add(line.toString());
            }
        }
        learned.traces().ifPresent(traces -> lines.add("trace = " + Numbers.exact(traces[s])));
        reward(finite.layout(), s, lines);
        return String.join("\n", lines);
    }

    private static String arm(View view, View.World.Arms arms, int a, boolean truth) {
        var lines = new ArrayList<String>();
        lines.add("arm " + a);
        view.learned().q().ifPresent(q -> lines.add("Q = " + Numbers.exact(q[0][a])));
        if (truth) {
            lines.add("true mean = " + Numbers.exact(arms.means()[a]));
        }
        view.learned().policy().ifPresent(policy -> lines.add("π = " + Numbers.brief(policy[0][a])));
        return String.join("\n", lines);
    }

    private static void reward(Layout layout, int s, ArrayList<String> lines) {
        if (layout instanceof Layout.Grid grid) {
            double reward = grid.cells().get(grid.rowOf()[s]).get(grid.columnOf()[s]).reward();
            if (reward != 0) {
                lines.add("reward " + Numbers.signed(reward));
            }
        }
    }

    private static String ending(FiniteMdp model, int s) {
        return model.terminal(s) ? ", end" : "";
    }

    /// "row 2, column 3, value 0.66, best action left".
    static String spoken(View view, WorldPainter painter, Place place) {
        if (!(view.world() instanceof View.World.Finite finite)) {
            return "";
        }
        FiniteMdp model = finite.model();
        View.Learned learned = view.learned();
        int s = place.state();
        var text = new StringBuilder(painter.nameOf(place));
        if (finite.state() == s && view.event().flatMap(e -> e.move()).isPresent()) {
            text.append(", the agent is here");
        }
        if (model.terminal(s)) {
            return text.append(", end").toString();
        }
        double value = Values.of(learned, s);
        if (!Double.isNaN(value)) {
            text.append(", value ").append(Numbers.brief(value).replace("−", "minus "));
        }
        int best = learned.policy()
                .map(policy -> Values.best(policy[s]))
                .orElseGet(() -> learned.q().map(q -> Values.best(q[s])).orElse(-1));
        if (best >= 0) {
            text.append(", best action ").append(model.actionName(best));
        }
        return text.toString();
    }
}
