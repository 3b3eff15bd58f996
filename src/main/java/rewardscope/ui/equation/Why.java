package rewardscope.ui.equation;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Explanation;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pointing;

/// Asks why an entry has its value: at once when it is clicked on, after a moment when it is pointed at while the run
/// stands still. An answer that came for pointing goes when the pointer does.
final class Why {
    private static final Duration MOMENT = Duration.millis(350);

    private final Pointing pointing;
    private final Consumer<Command> commands;
    private final Runnable changed;
    private final PauseTransition moment = new PauseTransition(MOMENT);
    private Optional<Frame> frame = Optional.empty();
    private Optional<Explanation> dismissed = Optional.empty();
    private Optional<Place> left = Optional.empty();
    private Optional<Place> asked = Optional.empty();

    /// @param changed called when another answer, or none, is to be shown
    Why(Pointing pointing, Consumer<Command> commands, Runnable changed) {
        this.pointing = pointing;
        this.commands = commands;
        this.changed = changed;
        moment.setOnFinished(_ -> ask());
        pointing.cell().addListener((_, _, cell) -> pointed(cell));
        pointing.pinned().addListener((_, _, pinned) -> {
            if (pinned.isEmpty()) {
                dismissed = frame.flatMap(Frame::explanation);
            } else {
                left = Optional.empty();
                asked = Optional.empty();
                moment.stop();
            }
            changed.run();
        });
    }

    private void pointed(Optional<Place> cell) {
        moment.stop();
        boolean standing = frame.filter(f -> !(f.status() instanceof Frame.Status.Running)).isPresent();
        if (asked.isPresent()) {
            left = asked;
            asked = Optional.empty();
            changed.run();
        }
        if (cell.isPresent() && standing && pointing.pinned().get().isEmpty()) {
            moment.playFromStart();
        }
    }

    /// Asks about the entry pointed at, if it still is.
    void ask() {
        pointing.cell().get().filter(_ -> pointing.pinned().get().isEmpty()).ifPresent(place -> {
            asked = Optional.of(place);
            left = Optional.empty();
            commands.accept(new Command.Explain(place));
        });
    }

    void show(Frame latest) {
        boolean answered = frame.flatMap(Frame::explanation).isPresent();
        frame = Optional.of(latest);
        if (answered && latest.explanation().isEmpty()) { // the run went on
            pointing.pinned().set(Optional.empty());
            asked = Optional.empty();
            left = Optional.empty();
        }
    }

    /// Back to the last act.
    void dismiss() {
        dismissed = frame.flatMap(Frame::explanation);
        pointing.pinned().set(Optional.empty());
        changed.run();
    }

    /// The answer to be shown now.
    Optional<Explanation> answer() {
        return frame.flatMap(Frame::explanation)
                .filter(e -> dismissed.filter(d -> d == e).isEmpty())
                .filter(e -> left.filter(e.place()::equals).isEmpty());
    }

    /// An answer as a heading over the act that it names, or as a sentence where there is no such act.
    static String words(Explanation explanation, View view) {
        String name = Names.place(explanation.place(), view.world());
        return switch (explanation) {
            case Explanation.Changed changed -> name + " last changed at " + unit(view) + " " + changed.act();
            case Explanation.Untouched _ when ends(explanation.place(), view) ->
                "The episode ends in " + Names.state(explanation.place().state(), view.world())
                        + ": nothing comes after it, so no update touches its value.";
            case Explanation.Untouched untouched when Double.isNaN(untouched.value()) ->
                name + " is no entry of a table.";
            case Explanation.Untouched untouched ->
                name + " has its initial value " + Figures.brief(untouched.value()) + "; no update has touched it yet.";
            case Explanation.Derived derived ->
                name + " went from " + Figures.brief(derived.before()) + " to " + Figures.brief(derived.value())
                        + " along with others: it is worked out from weights that they share.";
            case Explanation.Unchanged unchanged ->
                name + " has not changed since " + unit(view) + " " + unchanged.since() + " or longer.";
        };
    }

    private static boolean ends(Place place, View view) {
        return view.world() instanceof View.World.Finite finite
                && place.state() < finite.model().states()
                && finite.model().terminal(place.state());
    }

    /// On a run that only takes steps, the act is the step.
    private static String unit(View view) {
        return view.counts().acts() == view.counts().steps() ? "step" : "act";
    }
}
