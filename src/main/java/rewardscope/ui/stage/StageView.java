package rewardscope.ui.stage;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
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
    private static final long NARRATE_NANOS = 1_000_000_000;

    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D());
    private final Label name = new Label();
    private final Label words = new Label();
    private final Pointing pointing;
    private final AnimationTimer timer;
    private final Hand hand;
    private final Explorer explorer;

    private Palette palette = Palette.LIGHT;
    private Layer layer = Layer.VALUES;
    private AttentionChoice attention = AttentionChoice.FIRST;
    private Optional<View> view = Optional.empty();
    private WorldPainter painter = new PlainPainter();
    private boolean plans;
    private boolean reducedMotion;
    private boolean revealed;
    private double pictureScale = 1;
    private Motion motion = Motion.REST;
    private long movingSince;
    private long drawings;
    private long narrated;

    StageView(Pointing pointing, Consumer<Command> commands) {
        this.pointing = pointing;
        hand = new Hand(commands, () -> picture(), () -> painter);
        getStyleClass().add("stage-view");
        name.getStyleClass().add("stage-branch");
        name.setManaged(false);
        name.setVisible(false);
        explorer = new Explorer(this, hand, pointing, commands);
        words.getStyleClass().add("stage-words");
        words.setManaged(false);
        words.setMouseTransparent(true);
        words.setOpacity(0); // a canvas says nothing to a screen reader: this does
        getChildren().addAll(canvas, name, explorer.tip(), words);
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
        focusedProperty().subscribe(_ -> {
            speak();
            draw();
        });
        pointing.place().subscribe(_ -> draw());
        pointing.pinned().subscribe(_ -> draw());
    }

    /// @param branch a letter to show, empty for none
    void show(Frame frame, View shown, Optional<String> branch) {
        boolean first = view.isEmpty() || !sameWorld(view.get().world(), shown.world());
        if (first) {
            explorer.leave();
            painter = Painters.of(shown.world()); // nothing is drawn before `view` is of the same world
            tellPainter();
            explorer.stand(switch (shown.world()) {
                case View.World.Finite finite -> finite.state();
                case View.World.Language(LanguageLook look) -> look.prompt().size() - 1;
                default -> 0;
            });
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
        narrate(frame);
        draw();
        explorer.refresh();
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

    Optional<View> view() {
        return view;
    }

    WorldPainter painter() {
        return painter;
    }

    private Picture picture(View v) {
        Box whole = new Box(0, 0, getWidth(), getHeight());
        Box area = name.isVisible() ? whole.below(Math.ceil(name.prefHeight(-1)) + 8) : whole; // the name stays readable
        Optional<Place> focus = isFocused() ? Optional.of(Place.of(explorer.state())) : Optional.empty();
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
        brush.begin(new Box(0, 0, getWidth(), getHeight()), palette.paper());
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

    /// Says it all anew, while a run goes on once in a while.
    private void narrate(Frame frame) {
        long now = System.nanoTime();
        if (!(frame.status() instanceof Frame.Status.Running) || now - narrated > NARRATE_NANOS) {
            narrated = now;
            picture().ifPresent(picture -> words.setText(Narration.of(picture, painter)));
        }
    }

    /// The stage in words.
    String words() {
        return words.getText();
    }

    /// Tells a screen reader what the keyboard is on.
    void speak() {
        if (isFocused() || getAccessibleText() == null) {
            view.ifPresent(v -> {
                String whole = painter.spoken(picture(v));
                setAccessibleText(whole.isEmpty() ? spoken(v) : whole);
            });
        }
    }

    private String spoken(View v) {
        return v.world() instanceof View.World.Language(LanguageLook look)
                ? LanguageWords.spoken(look, attention, explorer.state())
                : Description.spoken(v, painter, Place.of(explorer.state()));
    }
}
