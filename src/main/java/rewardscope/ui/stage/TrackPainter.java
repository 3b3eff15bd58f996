package rewardscope.ui.stage;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import rewardscope.agent.StepEvent.Place;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// The rat on its track, with the food at the end and each state's numbers beside it.
final class TrackPainter implements WorldPainter {
    private final Layout.Track track;
    private final FiniteMdp model;

    TrackPainter(Layout.Track track, FiniteMdp model) {
        this.track = track;
        this.model = model;
    }

    /// A row of numbers: its name, and the action or −1 for the state itself.
    private record Row(String name, int action) {}

    private Row[] rows(Picture picture) {
        boolean byAction = (picture.layer() == Layer.ACTION_VALUES
                        && picture.view().learned().q().isPresent())
                || (picture.layer() == Layer.POLICY && picture.view().learned().policy().isPresent());
        if (byAction) {
            var rows = new Row[model.actions()];
            for (int a = 0; a < rows.length; a++) {
                rows[a] = new Row(rowName(a, TrackGeometry.isWide(picture.area())), a);
            }
            return rows;
        }
        return switch (picture.layer()) {
            case TRACES -> new Row[] {new Row("trace", -1)};
            case TRAIL -> new Row[0];
            default ->
                new Row[] {new Row(picture.view().learned().v().isPresent() ? "V" : "max Q", -1)};
        };
    }

    /// An action's name, with an arrow where it leads another way on the screen than it is called.
    private String rowName(int action, boolean wide) {
        String name = model.actionName(action);
        if (!wide || Set.of("left", "right").contains(name)) {
            return name;
        }
        return switch (way(action)) {
            case 1 -> name + " →";
            case -1 -> name + " ←";
            default -> name;
        };
    }

    /// 1 for an action that leads towards the food, −1 for one that leads away from it, 0 for neither.
    private int way(int action) {
        int middle = track.states() / 2;
        return model.available(middle, action)
                ? Integer.signum(model.next(model.first(middle, action)) - middle)
                : 0;
    }

    private TrackGeometry geometry(Picture picture) {
        Row[] rows = rows(picture);
        int longest = Arrays.stream(rows).mapToInt(row -> row.name().length()).max().orElse(0);
        return TrackGeometry.of(track.states(), rows.length, longest, picture.area());
    }

    @Override
    public void paint(Brush brush, Picture picture) {
        TrackGeometry geometry = geometry(picture);
        Palette palette = picture.palette();
        ground(brush, geometry, palette);
        Row[] rows = rows(picture);
        ValueScale scale = CellPainter.scale(picture, track.states());
        for (int r = 0; r < rows.length; r++) {
            rowName(brush, geometry, r, rows[r], palette);
            for (int s = 0; s < track.states(); s++) {
                entry(brush, picture, geometry.beside(s, r), s, rows[r], scale);
            }
        }
        if (picture.layer() == Layer.TRAIL) {
            Trail.paint(brush, picture, s -> center(geometry, s), geometry.along());
        }
        overlays(brush, picture, geometry, rows);
    }

    private void ground(Brush brush, TrackGeometry geometry, Palette palette) {
        Box whole = geometry.whole();
        brush.fillRound(whole, 10, palette.desk());
        brush.outline(whole, 10, 2, palette.wall());
        for (int s = 0; s < track.states(); s++) {
            Box box = geometry.track(s);
            if (s > 0) {
                if (geometry.wide()) {
                    brush.line(box.x(), box.y() + 3, box.x(), box.bottom() - 3, 1, palette.hairline());
                } else {
                    brush.line(box.x() + 3, box.bottom(), box.right() - 3, box.bottom(), 1, palette.hairline());
                }
            }
            double size = Math.clamp(Math.min(box.width(), box.height()) * 0.17, 9, 20);
            if (Math.min(box.width(), box.height()) >= 20) {
                String label = s + (model.startProbability(s) == 1 && box.width() >= 70 ? "  start" : "");
                brush.word(label, box.x() + 8, box.y() + size * 0.85, size, false, palette.faintInk(), TextAlignment.LEFT);
            }
            if (s == track.goal()) {
                double u = Math.min(box.width(), box.height()) * 0.66;
                Figures.cheese(brush, new Box(box.centerX() - u / 2, box.centerY() - u / 2.2, u, u), palette);
            } else if (track.terminal()[s]) {
                brush.outline(box.inset(4), 6, 2, palette.faintInk());
            }
        }
    }

    private void rowName(Brush brush, TrackGeometry geometry, int r, Row row, Palette palette) {
        Box box = geometry.name(r);
        double size = Math.clamp(geometry.along() * 0.2, 11, 20);
        if (geometry.wide()) {
            brush.word(row.name(), box.right(), box.centerY(), size, false, palette.faintInk(), TextAlignment.RIGHT);
        } else {
            brush.word(row.name(), box.centerX(), box.bottom() - size, size, false, palette.faintInk());
        }
    }

    private void entry(Brush brush, Picture picture, Box box, int s, Row row, ValueScale scale) {
        View.Learned learned = picture.view().learned();
        Palette palette = picture.palette();
        if (model.terminal(s) || (row.action() >= 0 && !model.available(s, row.action()))) {
            double size = Math.min(18, box.height() * 0.5);
            brush.word(model.terminal(s) && size >= 9 ? "end" : "–", box.centerX(), box.centerY(), size, false, palette.faintInk());
            return;
        }
        boolean policy = picture.layer() == Layer.POLICY && row.action() >= 0;
        double value = policy
                ? learned.policy().orElseThrow()[s][row.action()]
                : picture.layer() == Layer.TRACES
                        ? learned.traces().map(t -> t[s]).orElse(Double.NaN)
                        : row.action() >= 0 ? learned.q().orElseThrow()[s][row.action()] : picture.value(s);
        Box tile = box.inset(1.5);
        Color background = policy || picture.layer() == Layer.TRACES ? palette.paper() : scale.color(value);
        brush.fillRound(tile, 4, background);
        brush.outline(tile, 4, 1, palette.hairline());
        if (policy || picture.layer() == Layer.TRACES) {
            double share = Math.clamp(value, 0, 1);
            Color bar = policy ? palette.ink() : palette.tdError();
            brush.alpha(0.16);
            brush.fillRound(new Box(tile.x(), tile.y(), tile.width() * share, tile.height()), 4, bar);
            brush.alpha(1);
        }
        boolean greedy = row.action() >= 0
                && learned.q().isPresent()
                && row.action() == Values.best(learned.q().get()[s])
                && Values.of(learned, s) != 0;
        double size = CellPainter.fit(tile.width() * 0.8, tile.height() * 0.5);
        Color ink = ValueScale.inkOn(background);
        if (size >= Brush.SMALLEST_TEXT) {
            brush.number(Numbers.brief(value), tile.centerX(), tile.centerY(), size, tile.width() * 0.76, greedy, ink);
        }
        if (greedy && tile.height() > 14) {
            double h = Math.clamp(tile.height() * 0.16, 5, 12);
            boolean forward = model.next(model.first(s, row.action())) > s;
            if (geometry(picture).wide()) {
                double x = forward ? tile.right() - 4 : tile.x() + 4;
                brush.head(x, tile.centerY(), forward ? 1 : -1, 0, h, ink);
            } else {
                double y = forward ? tile.y() + 4 : tile.bottom() - 4;
                brush.head(tile.centerX(), y, 0, forward ? -1 : 1, h, ink);
            }
        }
    }

    private void overlays(Brush brush, Picture picture, TrackGeometry geometry, Row[] rows) {
        Palette palette = picture.palette();
        if (picture.motion().pulse() > 0) {
            brush.alpha(picture.motion().pulse());
            picture.changed().ifPresent(place -> outline(brush, picture, place, 5, palette.tdError()));
            brush.alpha(1);
        }
        if (rows.length > 0) {
            Arrows.backup(brush, picture, s -> numbers(geometry, rows, picture, s), Math.min(geometry.along(), 2.4 * geometry.row()));
        }
        if (picture.hasAgent() && picture.view().world() instanceof View.World.Finite world) {
            Box here = ratBox(geometry, world.state());
            double moved = picture.motion().moved();
            if (moved < 1 && picture.move().isPresent()) {
                Box there = ratBox(geometry, picture.move().get().from());
                here = new Box(
                        there.x() + moved * (here.x() - there.x()),
                        there.y() + moved * (here.y() - there.y()),
                        here.width(),
                        here.height());
            }
            Figures.agent(brush, here, picture.explored() ? palette.exploration() : palette.ink(), palette, true);
            if (picture.explored() && geometry.along() > 30) {
                exploring(brush, geometry, here, palette.exploration());
            }
        }
        picture.focused().ifPresent(place -> outline(brush, picture, place, 2, palette.accent()));
        picture.pinned().ifPresent(place -> outline(brush, picture, place, 3, palette.tdError()));
        picture.pointed().ifPresent(place -> outline(brush, picture, place, 3, palette.accent()));
    }

    /// A word over the rat: clear of a wide track's border, in the corner of its cell on a tall one.
    private static void exploring(Brush brush, TrackGeometry geometry, Box rat, Color color) {
        double size = Math.clamp(geometry.along() * 0.14, 11, 16);
        if (geometry.wide()) {
            brush.word("exploring", rat.centerX(), geometry.whole().y() - 10, size, true, color);
        } else {
            double right = geometry.whole().right() - 8;
            double y = rat.bottom() - geometry.along() + size * 1.2;
            brush.word("exploring", right, y, size, true, color, TextAlignment.RIGHT);
        }
    }

    private static Box ratBox(TrackGeometry geometry, int s) {
        Box box = geometry.track(s);
        double u = Math.min(box.width() * 0.8, box.height() * 0.78);
        return new Box(box.centerX() - u / 2, box.bottom() - u * 0.98 - box.height() * 0.02, u, u);
    }

    private double[] center(TrackGeometry geometry, int s) {
        Box box = geometry.track(s);
        return new double[] {box.centerX(), box.centerY()};
    }

    /// The middle of the number that a state takes part in a backup with.
    private double[] numbers(TrackGeometry geometry, Row[] rows, Picture picture, int s) {
        int r = 0;
        if (rows.length > 1) {
            int changedState = picture.changed().map(Place::state).orElse(-1);
            int a = s == changedState
                    ? picture.changed().map(Place::action).orElse(0)
                    : picture.view().learned().q().map(q -> Values.best(q[s])).orElse(0);
            r = Math.max(0, a);
        }
        Box box = geometry.beside(s, r);
        return new double[] {box.centerX(), box.centerY()};
    }

    private void outline(Brush brush, Picture picture, Place place, double width, Color color) {
        boxOf(picture, place).ifPresent(box -> brush.outline(box.inset(width / 2), 4, width, color));
    }

    @Override
    public Optional<Place> at(Picture picture, double x, double y) {
        TrackGeometry geometry = geometry(picture);
        Row[] rows = rows(picture);
        for (int s = 0; s < track.states(); s++) {
            if (geometry.track(s).contains(x, y)) {
                return Optional.of(Place.of(s));
            }
            for (int r = 0; r < rows.length; r++) {
                if (geometry.beside(s, r).contains(x, y)) {
                    return Optional.of(new Place(s, model.terminal(s) ? -1 : rows[r].action()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> boxOf(Picture picture, Place place) {
        if (place.state() >= track.states()) {
            return Optional.empty();
        }
        TrackGeometry geometry = geometry(picture);
        Row[] rows = rows(picture);
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].action() == place.action() || rows.length == 1) {
                return Optional.of(geometry.beside(place.state(), r));
            }
        }
        return Optional.of(geometry.track(place.state()));
    }

    @Override
    public OptionalInt neighbour(Picture picture, int state, int dx, int dy) {
        int step = geometry(picture).wide() ? dx : -dy;
        int next = state + step;
        return step == 0 || next < 0 || next >= track.states() ? OptionalInt.empty() : OptionalInt.of(next);
    }
}
