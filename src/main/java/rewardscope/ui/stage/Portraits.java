package rewardscope.ui.stage;

import java.util.List;
import java.util.Optional;
import rewardscope.env.Plane;
import rewardscope.env.VectorEnvironment.ActionSpace;
import rewardscope.sim.Looks;
import rewardscope.sim.Portrait;
import rewardscope.ui.theme.Palette;

/// What the portrait of a continuous world says, for the painters that have one.
final class Portraits {
    private Portraits() {}

    /// Draws the portrait in its half of the stage, or its empty axes until there is one.
    static void beside(PhasePortrait portrait, Brush brush, Picture picture, Box box, double... limits) {
        Looks looks = picture.view().looks();
        Palette palette = picture.palette();
        looks.plane().ifPresent(plane -> portrait.paint(
                brush,
                palette,
                box,
                plane.across(),
                plane.up(),
                shown(picture),
                looks.path(),
                limits));
    }

    /// What the layer that is chosen shows of the plane.
    static Optional<Portrait> shown(Picture picture) {
        return picture.view().looks().portrait().filter(p -> switch (picture.layer()) {
            case VALUES -> p.values().isPresent();
            case POLICY -> p.policy().isPresent();
            default -> false;
        });
    }

    /// The numbers under the pointer.
    static String hint(Picture picture, Optional<Box> box, double x, double y) {
        var plane = picture.view().looks().plane();
        if (box.isEmpty() || plane.isEmpty()) {
            return "";
        }
        Box field = PhasePortrait.field(box.get());
        if (!field.contains(x, y)) {
            return "";
        }
        Plane.Axis across = plane.get().across();
        Plane.Axis up = plane.get().up();
        double right = (x - field.x()) / field.width();
        double high = (field.bottom() - y) / field.height();
        String place = across.name() + " " + Numbers.brief(across.low() + right * (across.high() - across.low()))
                + "\n" + up.name() + " " + Numbers.brief(up.low() + high * (up.high() - up.low()));
        return shown(picture)
                .map(p -> place + "\n" + at(p, right, high))
                .orElse(place);
    }

    /// What it says at a share of width and height, from the lower left corner.
    static String at(Portrait p, double right, double high) {
        int column = (int) Math.clamp(right * p.columns(), 0, p.columns() - 1);
        int row = (int) Math.clamp(high * p.rows(), 0, p.rows() - 1);
        int i = row * p.columns() + column;
        return p.values()
                .map(v -> "V = " + Numbers.brief(v[i]))
                .or(() -> p.policy().map(policy -> policy(p.actions(), policy[i])))
                .orElse("");
    }

    /// "π(left) = 0.3, π(right) = 0.7", or "π = N(0.4, 0.2²)".
    static String policy(ActionSpace actions, double[] described) {
        return switch (actions) {
            case ActionSpace.Discrete numbered -> {
                var text = new StringBuilder();
                for (int a = 0; a < numbered.count(); a++) {
                    text.append(a == 0 ? "" : "\n")
                            .append("π(")
                            .append(numbered.names().get(a))
                            .append(") = ")
                            .append(Numbers.brief(described[a]));
                }
                yield text.toString();
            }
            case ActionSpace.Box _ ->
                "mean " + Numbers.brief(described[0]) + ", std " + Numbers.brief(described[described.length / 2]);
        };
    }

    /// ", value 41" where the episode stands.
    static String spoken(Picture picture) {
        return shown(picture)
                .map(p -> ", here " + at(p, p.across().share(p.here()[0]), p.up().share(p.here()[1])).replace("\n", ", "))
                .orElse("");
    }

    /// What the colours mean, in words for the legend.
    static String title(Layer layer, List<String> actions) {
        return layer == Layer.POLICY
                ? actions.size() == 2 ? "π(" + actions.getLast() + "|s)" : "mean action"
                : "V";
    }
}
