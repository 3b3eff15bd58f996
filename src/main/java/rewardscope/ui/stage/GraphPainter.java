package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import rewardscope.agent.StepEvent.Place;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// States known by name: circles with their names and values, and arrows for where actions lead.
final class GraphPainter implements WorldPainter {
    private final Layout.Graph graph;
    private final FiniteMdp model;
    private final GraphLayout layout;

    GraphPainter(Layout.Graph graph, FiniteMdp model) {
        this.graph = graph;
        this.model = model;
        layout = GraphLayout.of(model);
    }

    private double radius(Box area) {
        double r = 0.36 * Math.min(area.width() / layout.across(), area.height() / (layout.down() + 0.4));
        return Math.clamp(r, 6, 64);
    }

    private double[] center(Picture picture, int s) {
        Box area = picture.area().inset(12);
        return new double[] {area.atX(layout.x()[s]), area.atY(layout.y()[s])};
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        Palette palette = picture.palette();
        double r = radius(picture.area());
        ValueScale scale = CellPainter.scale(picture, model.states());
        for (int s = 0; s < model.states(); s++) {
            transitions(brush, picture, s, r);
        }
        for (int s = 0; s < model.states(); s++) {
            node(brush, picture, s, r, scale);
        }
        if (picture.layer() == Layer.TRAIL) {
            Trail.paint(brush, picture, s -> center(picture, s), r);
        }
        Arrows.backup(brush, picture, s -> center(picture, s), 2.6 * r);
        overlays(brush, picture, r, palette);
    }

    /// The outcomes of the greedy action dark, those of other actions faint.
    private void transitions(Brush brush, Picture picture, int s, double r) {
        Palette palette = picture.palette();
        double[] policy = picture.view().learned().policy().map(p -> p[s]).orElse(null);
        double[] q = picture.view().learned().q().map(t -> t[s]).orElse(null);
        double largest = policy == null ? 0 : Values.largest(policy);
        int best = q == null ? -1 : Values.best(q);
        for (int a : model.availableActions(s)) {
            boolean greedy = policy != null && largest > 0
                    ? policy[a] > 0.99 * largest
                    : best >= 0 && q != null ? q[a] == q[best] : true;
            for (int k = model.first(s, a); k < model.last(s, a); k++) {
                arrow(brush, picture, s, model.next(k), r, greedy, model.probability(k), palette);
            }
        }
    }

    private void arrow(Brush brush, Picture picture, int s, int t, double r, boolean dark, double p, Palette palette) {
        double[] from = center(picture, s);
        double[] to = center(picture, t);
        Color color = dark ? palette.ink() : palette.faintInk();
        brush.alpha(dark ? 0.35 + 0.65 * p : 0.3);
        double width = Math.clamp(r * 0.06, 1.2, 3.5);
        if (s == t) {
            brush.gc().setStroke(color);
            brush.gc().setLineWidth(width);
            double u = r * 0.62;
            brush.gc().strokeOval(from[0] - u / 2, from[1] - r - u * 0.8, u, u);
            brush.head(from[0] + u * 0.32, from[1] - r * 0.95, -0.25, 1, r * 0.2, color);
        } else {
            double dx = to[0] - from[0];
            double dy = to[1] - from[1];
            double length = Math.hypot(dx, dy);
            double ux = dx / length;
            double uy = dy / length;
            double side = 0.2 * r;
            double gap = r * 1.04;
            if (length > 2 * gap + 4) {
                brush.arrow(
                        from[0] + ux * gap - uy * side,
                        from[1] + uy * gap + ux * side,
                        to[0] - ux * gap - uy * side,
                        to[1] - uy * gap + ux * side,
                        width,
                        color);
            }
        }
        brush.alpha(1);
    }

    private void node(Brush brush, Picture picture, int s, double r, ValueScale scale) {
        Palette palette = picture.palette();
        double[] c = center(picture, s);
        boolean end = graph.terminal()[s] || model.terminal(s);
        double value = picture.value(s);
        Color background = end ? palette.desk() : scale.color(value);
        brush.disc(c[0], c[1], r, palette.paper());
        brush.disc(c[0], c[1], r, background);
        brush.ring(c[0], c[1], r, Math.clamp(r * 0.05, 1.2, 2.5), end ? palette.faintInk() : palette.ink());
        Color ink = end ? palette.faintInk() : ValueScale.inkOn(background);
        String name = graph.names().get(s);
        double nameSize = Math.min(r * 0.5, 1.7 * r / (0.58 * Math.max(1, name.length())));
        boolean numbers = !end && !Double.isNaN(value) && picture.layer() != Layer.TRAIL;
        double numberSize = CellPainter.fit(r * 1.5, r * 0.5);
        boolean numberFits = numberSize >= Brush.SMALLEST_TEXT;
        double dy = numbers && numberFits ? r * 0.32 : 0;
        if (nameSize >= 7) {
            brush.word(name, c[0], c[1] - dy, nameSize, true, ink);
        }
        if (numbers && numberFits) {
            double shown = picture.layer() == Layer.TRACES
                    ? picture.view().learned().traces().map(t -> t[s]).orElse(value)
                    : value;
            brush.number(Numbers.brief(shown), c[0], c[1] + r * 0.3, numberSize, false, ink);
        }
        if (end && r >= 12) {
            brush.ring(c[0], c[1], r * 0.88, 1.2, palette.faintInk());
        }
        if (picture.layer() == Layer.TRACES) {
            double trace = picture.view().learned().traces().map(t -> t[s]).orElse(0.0);
            if (trace > 1e-3) {
                brush.ring(c[0], c[1], r * (1.05 + 0.25 * Math.min(1, trace)), r * 0.09, palette.tdError());
            }
        }
        if (picture.layer() == Layer.ACTION_VALUES && !end) {
            actionValues(brush, picture, s, c, r);
        }
    }

    /// Q beside the node, an action a line.
    private void actionValues(Brush brush, Picture picture, int s, double[] c, double r) {
        var q = picture.view().learned().q();
        double size = Math.min(r * 0.3, 18);
        if (q.isEmpty() || size < Brush.SMALLEST_TEXT) {
            return;
        }
        double y = c[1] + r + size;
        double[] row = q.get()[s];
        int best = Values.best(row);
        for (int a : model.availableActions(s)) {
            String text = model.actionName(a) + " " + Numbers.brief(row[a]);
            brush.number(text, c[0], y, size, a == best, picture.palette().ink());
            y += size * 1.3;
        }
    }

    private void overlays(Brush brush, Picture picture, double r, Palette palette) {
        if (picture.motion().pulse() > 0) {
            brush.alpha(picture.motion().pulse());
            picture.changed().ifPresent(place -> outline(brush, picture, place, r, 6, palette.tdError()));
            brush.alpha(1);
        }
        if (picture.hasAgent() && picture.view().world() instanceof View.World.Finite world) {
            double[] here = center(picture, world.state());
            double moved = picture.motion().moved();
            if (moved < 1 && picture.move().isPresent()) {
                double[] there = center(picture, picture.move().get().from());
                here[0] = there[0] + moved * (here[0] - there[0]);
                here[1] = there[1] + moved * (here[1] - there[1]);
            }
            double u = Math.max(10, r * 0.56);
            Box box = new Box(here[0] - u / 2, here[1] - r - u * 0.55, u, u);
            Figures.agent(brush, box, picture.explored() ? palette.exploration() : palette.ink(), palette, false);
        }
        picture.focused().ifPresent(place -> outline(brush, picture, place, r, 2, palette.accent()));
        picture.pinned().ifPresent(place -> outline(brush, picture, place, r, 3, palette.tdError()));
        picture.pointed().ifPresent(place -> outline(brush, picture, place, r, 3, palette.accent()));
    }

    private void outline(Brush brush, Picture picture, Place place, double r, double width, Color color) {
        if (place.state() < model.states()) {
            double[] c = center(picture, place.state());
            brush.ring(c[0], c[1], r + 2 + width / 2, width, color);
        }
    }

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        double r = radius(picture.area());
        for (int s = 0; s < model.states(); s++) {
            double[] c = center(picture, s);
            if (Math.hypot(x - c[0], y - c[1]) <= r) {
                return Optional.of(Place.of(s));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        if (place.state() >= model.states()) {
            return Optional.empty();
        }
        double r = radius(picture.area());
        double[] c = center(picture, place.state());
        return Optional.of(new Box(c[0] - r, c[1] - r, 2 * r, 2 * r));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        double[] here = center(picture, state);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < model.states(); s++) {
            double[] c = center(picture, s);
            double along = (c[0] - here[0]) * dx + (c[1] - here[1]) * dy;
            double off = Math.abs((c[0] - here[0]) * dy) + Math.abs((c[1] - here[1]) * dx);
            double cost = along + 2 * off;
            if (s != state && along > 1 && cost < least) {
                least = cost;
                best = s;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    @Override
    public String nameOf(Place place) {
        return "state " + graph.names().get(place.state());
    }
}
