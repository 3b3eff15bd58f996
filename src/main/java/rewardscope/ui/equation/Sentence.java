package rewardscope.ui.equation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rewardscope.agent.Components;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Move;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.View;

/// What an act did, in words: "The rat went down from 3 to 4, reward 0. Q(3, down) rose by 0.125 to 0.25."
public final class Sentence {
    private static final Set<String> DIRECTIONS = Set.of(
            "up", "down", "left", "right", "north", "south", "east", "west",
            "up-left", "up-right", "down-left", "down-right");

    private Sentence() {}

    public static String of(StepEvent event, View.World world) {
        return LabSentence.of(event)
                .or(() -> GradientSentence.of(event))
                .orElseGet(() -> told(event, world));
    }

    private static String told(StepEvent event, View.World world) {
        var values = Components.of((Record) event);
        String moved = event.move()
                .map(move -> moved(move, values, world))
                .orElseGet(() -> world instanceof View.World.Finite ? "" : pulled(values, world));
        String changed = event.changed()
                .map(place -> changed(event, place, values, world))
                .orElse("");
        String words = (moved + " " + changed).strip();
        return words.isEmpty() ? fallback(event) : words;
    }

    private static String moved(Move move, Map<String, Object> values, View.World world) {
        String actor = Names.actor(world);
        String action = Names.action(move.action(), world);
        String from = Names.state(move.from(), world);
        String to = Names.state(move.to(), world);
        boolean explored = Boolean.TRUE.equals(values.get("explored"));
        var words = new StringBuilder(move.started() ? "A new episode. " : "");
        boolean direction = DIRECTIONS.contains(action);
        words.append(actor).append(explored ? ", exploring," : "");
        words.append(direction ? " went " : " took ").append(action);
        if (move.from() == move.to()) {
            words.append(" in ").append(from).append(direction ? " and stayed there" : "");
        } else {
            words.append(" from ").append(from).append(" to ").append(to);
        }
        words.append(", reward ").append(Figures.brief(move.reward()));
        if (move.terminated()) {
            words.append(", and the episode ended");
        } else if (move.truncated()) {
            words.append(", and the step limit cut the episode off");
        }
        return words.append('.').toString();
    }

    /// Where there are no numbered states to move between: a bandit's arm, or a force on a cart.
    private static String pulled(Map<String, Object> values, View.World world) {
        if (world instanceof View.World.Vector) {
            return values.get("reward") instanceof Number reward
                    ? "One step was taken, reward " + Figures.brief(reward.doubleValue()) + "."
                    : "";
        }
        Object arm = values.getOrDefault("arm", values.get("action"));
        return arm instanceof Integer a && values.get("reward") instanceof Number reward
                ? "Arm " + a + " was pulled, reward " + Figures.brief(reward.doubleValue()) + "."
                : "";
    }

    private static String changed(StepEvent event, Place place, Map<String, Object> values, View.World world) {
        String name = Names.place(place, world);
        Optional<Double> after = written(event, place, values);
        Optional<Double> before = before(values);
        if (after.isEmpty()) {
            return name + " was updated.";
        }
        String now = Figures.brief(after.get());
        if (before.isEmpty()) {
            return name + " became " + now + ".";
        }
        double change = after.get() - before.get();
        if (change == 0) {
            return name + " stayed at " + now + ".";
        }
        if (!Double.isFinite(change)) {
            return name + " became " + now + ".";
        }
        return name + (change > 0 ? " rose by " : " fell by ") + Figures.brief(Math.abs(change)) + " to " + now + ".";
    }

    /// The number on the left of the line that writes the place.
    private static Optional<Double> written(StepEvent event, Place place, Map<String, Object> values) {
        Optional<Double> first = Optional.empty();
        for (var line : event.equation().lines()) {
            if (!line.isEmpty()
                    && line.getFirst() instanceof Equation.Term term
                    && values.get(term.component()) instanceof Number number
                    && (event.place(term.component()).filter(place::equals).isPresent()
                            || term.component().matches("[vq]New"))) {
                first = Optional.of(number.doubleValue());
            }
        }
        return first;
    }

    private static Optional<Double> before(Map<String, Object> values) {
        for (String name : new String[] {"qOld", "vOld"}) {
            if (values.get(name) instanceof Number number) {
                return Optional.of(number.doubleValue());
            }
        }
        return Optional.empty();
    }

    private static String fallback(StepEvent event) {
        String name = Names.component(event.getClass().getSimpleName());
        return "One act of the algorithm: " + name + ".";
    }
}
