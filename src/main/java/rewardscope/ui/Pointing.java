package rewardscope.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import rewardscope.agent.StepEvent;

/// What the pointer is on, shared by all panes: a term in the equation, its cell on the stage, its row in the table and
/// its point on the chart light up together.
///
/// @param place the entry of a table that is pointed at, wherever it is shown
/// @param pinned the entry that was clicked on, whose last change is being explained
/// @param cell the entry pointed at where it lives, on the stage or in the table; empty while a term of the equation is
/// pointed at. Whoever stays there for a moment is told why it has its value.
public record Pointing(
        ObjectProperty<Optional<StepEvent.Place>> place,
        ObjectProperty<Optional<StepEvent.Place>> pinned,
        ObjectProperty<Optional<StepEvent.Place>> cell) {
    public Pointing() {
        this(
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.empty()));
    }
}
