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
public record Pointing(
        ObjectProperty<Optional<StepEvent.Place>> place, ObjectProperty<Optional<StepEvent.Place>> pinned) {
    public Pointing() {
        this(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.empty()));
    }
}
