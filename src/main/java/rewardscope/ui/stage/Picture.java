package rewardscope.ui.stage;

import java.util.Optional;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.View;
import rewardscope.ui.theme.Palette;

/// All that one drawing of a world needs.
///
/// @param plans whether the agent plans over all states rather than standing in one
/// @param pointed what the pointer is on, here or in another pane
/// @param focused the state that the keyboard is on
/// @param attention which of a language model's attention maps are shown
record Picture(
        View view,
        Layer layer,
        Palette palette,
        Box area,
        boolean plans,
        Optional<Place> pointed,
        Optional<Place> pinned,
        Optional<Place> focused,
        AttentionChoice attention,
        Motion motion) {

    Optional<StepEvent> event() {
        return view.event();
    }

    Optional<StepEvent.Move> move() {
        return view.event().flatMap(StepEvent::move);
    }

    Optional<Place> changed() {
        return view.event().flatMap(StepEvent::changed);
    }

    /// Whether the last action was drawn at random.
    boolean explored() {
        return view.event().map(Backup::explored).orElse(false);
    }

    /// Whether somebody stands in a state: a planner's world is empty.
    boolean hasAgent() {
        return !plans || move().isPresent();
    }

    /// V(s) as shown: the table's, or the largest action value.
    double value(int s) {
        return Values.of(view.learned(), s);
    }
}
