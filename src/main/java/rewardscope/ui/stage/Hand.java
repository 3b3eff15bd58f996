package rewardscope.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import rewardscope.env.Scene;
import rewardscope.sim.Command;
import rewardscope.sim.Intervention;
import rewardscope.sim.View;

/// A person's hand on a cart or a rod, by mouse or by the arrow keys. While the run goes on it pushes as long as it is
/// held; while the run stands, the next step gets the push.
final class Hand {
    /// Changes smaller than this share of the strongest force are not worth a command.
    private static final double FINEST = 0.02;

    private final Consumer<Command> commands;
    private final Supplier<Optional<Picture>> picture;
    private final Supplier<WorldPainter> painter;
    private boolean running;
    private boolean gripped;
    private double held;
    private Optional<KeyCode> key = Optional.empty();

    Hand(Consumer<Command> commands, Supplier<Optional<Picture>> picture, Supplier<WorldPainter> painter) {
        this.commands = commands;
        this.picture = picture;
        this.painter = painter;
    }

    /// Whether the run goes on.
    void running(boolean on) {
        running = on;
    }

    /// The mouse was pressed; says whether there was something to take hold of.
    boolean grip(double x, double y) {
        gripped = picture.get().filter(p -> painter.get().grips(p, x, y)).isPresent();
        return gripped && drag(x, y);
    }

    boolean drag(double x, double y) {
        if (!gripped) {
            return false;
        }
        OptionalDouble force = picture.get().map(p -> painter.get().pull(p, x, y)).orElse(OptionalDouble.empty());
        force.ifPresent(f -> hold(f, strongest()));
        return true;
    }

    void letGo() {
        if (gripped) {
            gripped = false;
            release();
        }
    }

    /// An arrow key was pressed, perhaps again by itself; says whether it means a push here.
    boolean pressed(KeyCode code) {
        double strongest = strongest();
        if (strongest == 0 || (code != KeyCode.LEFT && code != KeyCode.RIGHT)) {
            return false;
        }
        double sign = code == KeyCode.RIGHT ? 1 : -1;
        double force = picture.get().map(Picture::view).map(View::world).filter(Hand::isRod).isPresent()
                ? -sign * strongest // to the right is clockwise
                : sign * strongest;
        if (!running) {
            push(force, false);
        } else if (key.isEmpty()) {
            key = Optional.of(code);
            hold(force, strongest);
        }
        return true;
    }

    boolean released(KeyCode code) {
        if (key.filter(code::equals).isEmpty()) {
            return false;
        }
        key = Optional.empty();
        release();
        return true;
    }

    private void hold(double force, double strongest) {
        if (Math.abs(force - held) > FINEST * strongest) {
            held = force;
            push(force, true);
        }
    }

    /// While the run stands, what was held becomes a push of the next step.
    private void release() {
        if (held == 0) {
            return;
        }
        double last = held;
        held = 0;
        push(0, true);
        if (!running) {
            push(last, false);
        }
    }

    private void push(double force, boolean on) {
        commands.accept(new Command.Intervene(new Intervention.Push(force, on)));
    }

    private static boolean isRod(View.World world) {
        return world instanceof View.World.Vector v && v.scene() instanceof Scene.Rod;
    }

    /// The strongest force of an action here; 0 where there is nothing to push.
    private double strongest() {
        return picture.get()
                .map(p -> p.view().world() instanceof View.World.Vector v
                        ? switch (v.scene()) {
                            case Scene.Cart cart -> cart.strongest();
                            case Scene.Rod rod -> rod.strongest();
                            default -> 0.0;
                        }
                        : 0.0)
                .orElse(0.0);
    }
}
