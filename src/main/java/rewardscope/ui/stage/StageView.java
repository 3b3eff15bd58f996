package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import rewardscope.agent.Family;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.language.LanguageLook;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pointing;
import rewardscope.ui.theme.Palette;

/// One world on one canvas, with its pointer, its keys and its movements.
final class StageView extends Region implements Drawn {
    /// Above this, movements would run into each other.
    private static final double FASTEST_SHOWN = 3;

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private final Label tip = new Label();
    private final Label name = new Label();
    private final Pointing pointing;
    private final Consumer<Command> commands;
    private final AnimationTimer timer;
    private final Hand hand;

    private Palette palette = Palette.LIGHT;
    private Layer layer = Layer.VALUES;
    private AttentionChoice attention = AttentionChoice.FIRST;
    private Optional<View> view = Optional.empty();
    private WorldPainter painter = new PlainPainter();
    private boolean plans;
    private boolean reducedMotion;
    private boolean revealed;
    private boolean pointerHere;
    private double pictureScale = 1;
    private int focusState;
    private Motion motion = Motion.REST;
    private long movingSince;
    private long drawings;

    StageView(Pointing pointing, Consumer<Command> commands) {
        this.pointing = pointing;
        this.commands = commands;
        hand = new Hand(commands, () -> picture(), () -> painter);
        getStyleClass().add("stage-view");
        tip.getStyleClass().add("stage-tip");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        name.getStyleClass().add("stage-branch");
        name.setManaged(false);
        name.setVisible(false);
        getChildren().addAll(canvas, name, tip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("world");
        setMinSize(80, 60);
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                animate(now);
            }
        };
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            if (!hand.drag(e.getX(), e.getY())) {
                point(e.getX(), e.getY());
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> hand.letGo());
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (hand.released(e.getCode())) {
                e.consume();
            }
        });
        focusedProperty().subscribe(_ -> draw());
        pointing.place().subscribe(_ -> draw());
        pointing.pinned().subscribe(_ -> draw());
    }

    /// @param branch a letter to show, empty for none
    void show(Frame frame, View shown, Optional<String> branch) {
        boolean first = view.isEmpty() || !sameWorld(view.get().world(), shown.world());
        if (first) {
            painter = Painters.of(shown.world()); // nothing is drawn before `view` is of the same world
            tellPainter();
            focusState = switch (shown.world()) {
                case View.World.Finite finite -> finite.state();
                case View.World.Language(LanguageLook look) -> look.prompt().size() - 1;
                default -> 0;
            };
        }
        boolean next = view.filter(v -> v.counts().acts() + 1 == shown.counts().acts() && v.label().equals(shown.label()))
                .isPresent();
        boolean same = view.filter(v -> v.counts().acts() == shown.counts().acts() && v.label().equals(shown.label()))
                .isPresent();
        Family family = frame.experiment().agentType().family();
        plans = family == Family.PLANNING;
        view = Optional.of(shown);
        boolean running = frame.status() instanceof Frame.Status.Running;
        hand.running(running);
        boolean slow = !running || frame.speed().actsPerSecond() <= FASTEST_SHOWN;
        if (!same || first) {
            if (next && slow && !reducedMotion && !first && shown.event().isPresent()) {
                start();
            } else {
                stop(slow ? Motion.REST : Motion.NONE);
            }
        } else if (slow && motion.equals(Motion.NONE)) {
            motion = Motion.REST;
        }
        name.setText(branch.orElse(""));
        name.setVisible(branch.isPresent());
        speak();
        draw();
    }

    private static boolean sameWorld(View.World a, View.World b) {
        return a instanceof View.World.Finite x && b instanceof View.World.Finite y
                ? x.layout() == y.layout() && x.model() == y.model()
                : a instanceof View.World.Vector v && b instanceof View.World.Vector w
                        ? v.names().equals(w.names()) && v.scene().getClass() == w.scene().getClass()
                        : a.getClass() == b.getClass();
    }

    void use(Palette palette) {
        this.palette = palette;
        draw();
    }

    void show(Layer layer) {
        this.layer = layer;
        draw();
    }

    void show(AttentionChoice attention) {
        this.attention = attention;
        speak();
        draw();
    }

    /// Shows what a bandit's arms really pay, or hides it.
    void reveal(boolean truth) {
        revealed = truth;
        tellPainter();
        draw();
    }

    private void tellPainter() {
        if (painter instanceof ArmsPainter arms) {
            arms.reveal(revealed);
        }
    }

    void reduceMotion(boolean reduced) {
        reducedMotion = reduced;
        if (reduced) {
            stop(Motion.REST);
        }
    }

    /// How often the canvas has been drawn.
    long drawings() {
        return drawings;
    }

    /// Draws more pixels than the screen asks for, for pictures that are enlarged.
    void pictureScale(double scale) {
        pictureScale = scale;
        requestLayout();
    }

    Optional<Picture> picture() {
        return view.map(this::picture);
    }

    WorldPainter painter() {
        return painter;
    }

    private Picture picture(View v) {
        Box area = new Box(0, 0, getWidth(), getHeight());
        Optional<Place> focus = isFocused() ? Optional.of(Place.of(focusState)) : Optional.empty();
        return new Picture(
                v, layer, palette, area, plans, pointing.place().get(), pointing.pinned().get(), focus, attention, motion);
    }

    private void start() {
        movingSince = System.nanoTime();
        motion = Motion.after(0, view.flatMap(View::event).orElseThrow());
        timer.start();
    }

    private void stop(Motion at) {
        timer.stop();
        motion = at;
    }

    private void animate(long now) {
        long nanos = Math.max(0, now - movingSince);
        if (Motion.over(nanos) || view.flatMap(View::event).isEmpty()) {
            stop(Motion.REST);
        } else {
            motion = Motion.after(nanos, view.flatMap(View::event).orElseThrow());
        }
        draw();
    }

    @Override
    public void drawOn(Brush other) {
        if (view.isPresent()) {
            Picture picture = picture(view.get());
            other.begin(picture.area(), palette.paper());
            painter.paint(other, picture);
        }
    }

    void draw() {
        if (view.isEmpty() || getWidth() < 4 || getHeight() < 4) {
            return;
        }
        drawings++;
        Picture picture = picture(view.get());
        brush.density(pictureScale * screenScale());
        brush.gc().setTransform(pictureScale, 0, 0, pictureScale, 0, 0);
        brush.begin(picture.area(), palette.paper());
        painter.paint(brush, picture);
    }

    private double screenScale() {
        var window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (canvas.getWidth() != w * pictureScale || canvas.getHeight() != h * pictureScale) {
            canvas.setWidth(w * pictureScale);
            canvas.setHeight(h * pictureScale);
            canvas.setScaleX(1 / pictureScale);
            canvas.setScaleY(1 / pictureScale);
            canvas.relocate((w - w * pictureScale) / 2, (h - h * pictureScale) / 2);
            draw();
        }
        name.autosize();
        name.relocate(8, 8);
    }

    // -- pointer

    private void point(double x, double y) {
        if (view.isEmpty()) {
            return;
        }
        Picture picture = picture(view.get());
        Optional<Place> place = painter.at(picture, x, y);
        pointerHere = place.isPresent();
        pointing.place().set(place);
        pointing.cell().set(place.map(this::explained));
        place.ifPresentOrElse(p -> tip(picture, p), () -> hint(painter.hint(picture, x, y), x, y));
    }

    private void leave() {
        if (pointerHere) {
            pointerHere = false;
            pointing.place().set(Optional.empty());
            pointing.cell().set(Optional.empty());
        }
        tip.setVisible(false);
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (hand.grip(e.getX(), e.getY())) {
            return;
        }
        if (view.isPresent()) {
            painter.at(picture(view.get()), e.getX(), e.getY()).ifPresent(place -> {
                focusState = place.state();
                explain(place);
            });
        }
    }

    private void explain(Place place) {
        pointing.pinned().set(Optional.of(place));
        commands.accept(new Command.Explain(explained(place)));
    }

    /// The entry whose last change explains a place: the largest action value where there is no V.
    private Place explained(Place place) {
        if (place.action() >= 0 || view.isEmpty()) {
            return place;
        }
        View.Learned learned = view.get().learned();
        if (learned.v().isEmpty() && learned.q().isPresent()) {
            return new Place(place.state(), Values.best(learned.q().get()[place.state()]));
        }
        return place;
    }

    private void hint(String text, double x, double y) {
        tip.setText(text);
        tip.autosize();
        double left = x + 14 + tip.getWidth() < getWidth() ? x + 14 : x - 14 - tip.getWidth();
        tip.relocate(
                Math.max(4, Math.round(left)),
                Math.round(Math.clamp(y - tip.getHeight() - 6, 4, Math.max(4, getHeight() - tip.getHeight() - 4))));
        tip.setVisible(!text.isEmpty());
        tip.toFront();
    }

    private void tip(Picture picture, Place place) {
        tip.setText(Description.exact(picture.view(), painter, place));
        tip.autosize();
        painter.boxOf(picture, place).ifPresent(box -> {
            double x = box.right() + 8 + tip.getWidth() < getWidth() ? box.right() + 8 : box.x() - 8 - tip.getWidth();
            double y = Math.clamp(box.centerY() - tip.getHeight() / 2, 4, Math.max(4, getHeight() - tip.getHeight() - 4));
            tip.relocate(Math.max(4, Math.round(x)), Math.round(y));
            tip.setVisible(true);
            tip.toFront();
        });
    }

    // -- keys

    private void key(KeyEvent e) {
        if (!e.isShortcutDown() && !e.isAltDown() && hand.pressed(e.getCode())) {
            e.consume();
            return;
        }
        boolean places = view.map(View::world)
                .filter(world -> world instanceof View.World.Finite || world instanceof View.World.Language)
                .isPresent();
        if (!places) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> walk(-1, 0, e);
            case RIGHT -> walk(1, 0, e);
            case UP -> walk(0, -1, e);
            case DOWN -> walk(0, 1, e);
            case ENTER -> {
                explain(Place.of(focusState));
                e.consume();
            }
            case ESCAPE -> {
                pointing.pinned().set(Optional.empty());
                pointing.place().set(Optional.empty());
                pointing.cell().set(Optional.empty());
            }
            default -> {}
        }
    }

    private void walk(int dx, int dy, KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        OptionalInt next = painter.neighbour(picture(view.orElseThrow()), focusState, dx, dy);
        next.ifPresent(s -> {
            focusState = s;
            pointing.place().set(Optional.of(Place.of(s)));
            pointing.cell().set(Optional.of(explained(Place.of(s))));
            speak();
            draw();
        });
        e.consume();
    }

    private void speak() {
        if (isFocused() || getAccessibleText() == null) {
            view.ifPresent(v -> {
                String whole = painter.spoken(picture(v));
                setAccessibleText(whole.isEmpty() ? spoken(v) : whole);
            });
        }
    }

    private String spoken(View v) {
        return v.world() instanceof View.World.Language(LanguageLook look)
                ? LanguageWords.spoken(look, attention, focusState)
                : Description.spoken(v, painter, Place.of(focusState));
    }
}
