package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.View;
import rewardscope.ui.Pointing;

/// Pointer and keys on a stage: what is pointed at lights up everywhere and says its exact numbers, what is pressed is
/// explained, the arrow keys walk from state to state.
final class Explorer {
    private final StageView stage;
    private final Hand hand;
    private final Pointing pointing;
    private final Consumer<Command> commands;
    private final Label tip = new Label();
    private boolean pointerHere;
    private double pointerX;
    private double pointerY;
    private int state;

    Explorer(StageView stage, Hand hand, Pointing pointing, Consumer<Command> commands) {
        this.stage = stage;
        this.hand = hand;
        this.pointing = pointing;
        this.commands = commands;
        tip.getStyleClass().add("stage-tip");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        stage.addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            if (!hand.drag(e.getX(), e.getY())) {
                point(e.getX(), e.getY());
            }
        });
        stage.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> hand.letGo());
        stage.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        stage.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (hand.released(e.getCode())) {
                e.consume();
            }
        });
    }

    /// What is said about the place under the pointer, to be laid over the world.
    Label tip() {
        return tip;
    }

    /// The state that the keyboard is on.
    int state() {
        return state;
    }

    /// Takes the keyboard to a state.
    void stand(int wanted) {
        state = wanted;
    }

    private void point(double x, double y) {
        if (stage.view().isEmpty()) {
            return;
        }
        pointerX = x;
        pointerY = y;
        Picture picture = stage.picture().orElseThrow();
        Optional<Place> place = stage.painter().at(picture, x, y);
        pointerHere = place.isPresent();
        pointing.place().set(place);
        pointing.cell().set(place.map(this::explained));
        place.ifPresentOrElse(p -> tip(picture, p), () -> hint(stage.painter().hint(picture, x, y), x, y));
    }

    /// Says the present numbers of the place under the pointer: the run goes on under it.
    void refresh() {
        if (pointerHere && tip.isVisible()) {
            stage.picture().ifPresent(picture ->
                    stage.painter().at(picture, pointerX, pointerY).ifPresent(place -> tip(picture, place)));
        }
    }

    /// Forgets the place under the pointer: it has gone, or another world has come that may not have that place.
    void leave() {
        if (pointerHere) {
            pointerHere = false;
            pointing.place().set(Optional.empty());
            pointing.cell().set(Optional.empty());
        }
        tip.setVisible(false);
    }

    private void press(MouseEvent e) {
        stage.requestFocus();
        if (hand.grip(e.getX(), e.getY())) {
            return;
        }
        if (stage.view().isPresent()) {
            stage.painter().at(stage.picture().orElseThrow(), e.getX(), e.getY()).ifPresent(place -> {
                state = place.state();
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
        if (place.action() >= 0 || stage.view().isEmpty()) {
            return place;
        }
        View.Learned learned = stage.view().get().learned();
        if (learned.v().isEmpty() && learned.q().isPresent()) {
            return new Place(place.state(), Values.best(learned.q().get()[place.state()]));
        }
        return place;
    }

    private void hint(String text, double x, double y) {
        tip.setText(text);
        tip.autosize();
        double left = x + 14 + tip.getWidth() < stage.getWidth() ? x + 14 : x - 14 - tip.getWidth();
        tip.relocate(
                Math.max(4, Math.round(left)),
                Math.round(Math.clamp(y - tip.getHeight() - 6, 4, Math.max(4, stage.getHeight() - tip.getHeight() - 4))));
        tip.setVisible(!text.isEmpty());
        tip.toFront();
    }

    private void tip(Picture picture, Place place) {
        tip.setText(Description.exact(picture.view(), stage.painter(), place));
        tip.autosize();
        stage.painter().boxOf(picture, place).ifPresent(box -> {
            double x = box.right() + 8 + tip.getWidth() < stage.getWidth() ? box.right() + 8 : box.x() - 8 - tip.getWidth();
            double y = Math.clamp(box.centerY() - tip.getHeight() / 2, 4, Math.max(4, stage.getHeight() - tip.getHeight() - 4));
            tip.relocate(Math.max(4, Math.round(x)), Math.round(y));
            tip.setVisible(true);
            tip.toFront();
        });
    }

    private void key(KeyEvent e) {
        if (!e.isShortcutDown() && !e.isAltDown() && hand.pressed(e.getCode())) {
            e.consume();
            return;
        }
        boolean places = stage.view().map(View::world)
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
                explain(Place.of(state));
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
        OptionalInt next = stage.painter().neighbour(stage.picture().orElseThrow(), state, dx, dy);
        next.ifPresent(s -> {
            state = s;
            pointing.place().set(Optional.of(Place.of(s)));
            pointing.cell().set(Optional.of(explained(Place.of(s))));
            stage.speak();
            stage.draw();
        });
        e.consume();
    }
}
