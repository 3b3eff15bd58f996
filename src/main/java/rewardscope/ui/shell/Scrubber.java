package rewardscope.ui.shell;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// The track of the transport bar: where the run stands between its start and the furthest act it has been at, with the
/// moments worth jumping to, and a line a branch where the run was forked. Drag to scrub.
final class Scrubber extends Region {
    private static final double PAD = 8;
    private static final double HEIGHT = 40;

    private final Canvas canvas = new Canvas();
    private final LongConsumer seek;
    private Palette palette = Palette.LIGHT;
    private List<View> views = List.of();
    private int active;
    private long longest = 1;
    private double[] drawn = {};

    /// @param seek told the act to stand at
    Scrubber(LongConsumer seek) {
        this.seek = seek;
        getChildren().add(canvas);
        getStyleClass().add("scrubber");
        setMinSize(160, HEIGHT);
        setPrefHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Position in the run");
        Tooltip.install(this, new Tooltip("Drag to any act of the run · Home, End, Page up, Page down"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            seekTo(event.getX());
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> seekTo(event.getX()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        focusedProperty().addListener((_, _, _) -> draw());
    }

    private void onKey(KeyEvent event) {
        if (views.isEmpty()) {
            return;
        }
        View view = views.get(active);
        long now = view.counts().acts();
        long page = Math.max(10, view.head() / 20);
        long target =
                switch (event.getCode()) {
                    case KeyCode.HOME -> 0;
                    case KeyCode.END -> view.head();
                    case KeyCode.PAGE_UP -> now - page;
                    case KeyCode.PAGE_DOWN -> now + page;
                    default -> -1;
                };
        if (event.getCode() == KeyCode.HOME || target >= 0 || event.getCode() == KeyCode.PAGE_UP) {
            seek.accept(Math.clamp(target, 0, view.head()));
            event.consume();
        }
    }

    private void seekTo(double x) {
        if (!views.isEmpty()) {
            double share = Math.clamp((x - PAD) / Math.max(1, getWidth() - 2 * PAD), 0, 1);
            seek.accept(Math.min(views.get(active).head(), Math.round(share * longest)));
        }
    }

    void show(Frame frame) {
        views = frame.views();
        active = frame.active();
        long most = 1;
        for (View view : views) {
            most = Math.max(most, view.head());
        }
        longest = most;
        double[] wanted = marks();
        if (!alike(wanted, drawn)) {
            drawn = wanted;
            draw();
        }
    }

    /// Where everything lies that is drawn.
    private double[] marks() {
        var marks = DoubleStream.builder();
        for (View view : views) {
            marks.add(x(Math.max(0, view.forkedAt())));
            marks.add(x(view.head()));
            view.moments().forEach(moment -> marks.add(x(moment.act())));
        }
        marks.add(active);
        marks.add(x(views.get(active).counts().acts()));
        return marks.build().toArray();
    }

    private static boolean alike(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) >= 0.25) {
                return false;
            }
        }
        return true;
    }

    void use(Palette palette) {
        this.palette = palette;
        draw();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> views.isEmpty() ? 0.0 : (double) views.get(active).counts().acts();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) longest;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private double x(long act) {
        return PAD + (getWidth() - 2 * PAD) * act / longest;
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        if (views.isEmpty() || width < 2 * PAD) {
            return;
        }
        double gap = Math.min(9, (height - 16) / Math.max(1, views.size()));
        double top = height / 2 - gap * (views.size() - 1) / 2;
        for (int i = 0; i < views.size(); i++) {
            drawBranch(g, views.get(i), top + i * gap, i == active);
        }
        View view = views.get(active);
        double y = top + active * gap;
        double now = x(view.counts().acts());
        g.setFill(palette.accent());
        g.fillOval(now - 7, y - 7, 14, 14);
        g.setFill(palette.paper());
        g.fillOval(now - 3, y - 3, 6, 6);
        if (isFocused()) {
            g.setStroke(palette.accent());
            g.setLineWidth(2);
            g.strokeRoundRect(1, 1, width - 2, height - 2, 8, 8);
        }
    }

    private void drawBranch(GraphicsContext g, View view, double y, boolean isActive) {
        double from = view.forkedAt() >= 0 ? x(view.forkedAt()) : x(0);
        double end = x(view.head());
        double thick = isActive ? 4 : 3;
        bar(g, palette.hairline(), from, isActive ? x(longest) : end, y, thick);
        g.setGlobalAlpha(isActive ? 0.6 : 0.4);
        bar(g, isActive ? palette.reference() : palette.faintInk(), from, end, y, thick);
        g.setGlobalAlpha(1);
        if (isActive) {
            bar(g, palette.accent(), from, x(view.counts().acts()), y, thick);
        }
        if (view.forkedAt() >= 0) {
            g.setFill(palette.exploration());
            g.fillPolygon(new double[] {from - 5, from, from + 5, from}, new double[] {y, y - 5, y, y + 5}, 4);
        }
        double lastX = -10;
        for (View.Moment moment : view.moments()) {
            double x = x(moment.act());
            switch (moment.kind()) {
                case EPISODE_END -> {
                    if (x - lastX >= 4) {
                        g.setFill(palette.faintInk());
                        g.fillRect(Math.floor(x), y - 8, 1, 4);
                        lastX = x;
                    }
                }
                case LARGEST_TD_ERROR -> {
                    g.setFill(palette.tdError());
                    g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y + 13, y + 13, y + 5}, 3);
                }
                case CHANGE -> {
                    g.setFill(palette.reward());
                    g.fillOval(x - 3, y - 13, 6, 6);
                }
                case FORK -> {}
            }
        }
    }

    private static void bar(GraphicsContext g, Color color, double from, double to, double y, double thick) {
        g.setFill(color);
        g.fillRect(from, y - thick / 2, Math.max(0, to - from), thick);
    }
}
