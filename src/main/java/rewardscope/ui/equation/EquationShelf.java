package rewardscope.ui.equation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The equations that have been laid out, ready to be shown. A new one is laid out away from the JavaFX thread.
final class EquationShelf {
    private static final int KEPT = 12;

    /// Lays an equation out, at a size.
    @FunctionalInterface
    interface Maker {
        EquationView make(StepEvent event, double zoom);
    }

    private final Executor typesetter;
    private final Maker maker;
    private final BiConsumer<Equation, EquationView> made;
    private final Runnable then;
    private final Map<Equation, EquationView> views = new LinkedHashMap<>();
    private final Set<Equation> building = new HashSet<>();
    private double zoom = 1;

    /// @param made told of each new equation, on the JavaFX thread
    /// @param then what to do when one that was asked for may be there
    EquationShelf(Executor typesetter, Maker maker, BiConsumer<Equation, EquationView> made, Runnable then) {
        this.typesetter = typesetter;
        this.maker = maker;
        this.made = made;
        this.then = then;
    }

    /// Whether no equation is waiting to be laid out.
    boolean isTypeset() {
        return building.isEmpty();
    }

    Collection<EquationView> views() {
        return views.values();
    }

    /// Everything is laid out anew, at another size.
    void zoom(double wanted) {
        zoom = wanted;
        views.clear();
    }

    /// The equation of an act; empty while it is being laid out, or if that failed.
    Optional<EquationView> view(StepEvent event) {
        var there = Optional.ofNullable(views.get(event.equation()));
        if (there.isEmpty() && building.add(event.equation())) {
            double at = zoom;
            typesetter.execute(() -> {
                var view = maker.make(event, at);
                onFx(() -> put(event.equation(), view, at));
            });
        }
        return there;
    }

    private void put(Equation equation, EquationView view, double builtFor) {
        building.remove(equation);
        if (builtFor == zoom) {
            if (views.size() >= KEPT) {
                views.clear();
            }
            views.put(equation, view);
            made.accept(equation, view);
        }
        then.run();
    }

    private static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
