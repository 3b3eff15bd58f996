package rewardscope.ui.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import rewardscope.course.CourseIndex;
import rewardscope.ui.Scrolls;

/// The whole course on one page: its units in order, each lesson with its minutes, what is done of it, and the earlier
/// lessons that it leans on.
final class MapPage {
    private final CourseHost host;
    private final Consumer<String> open;
    private final FlowPane units = new FlowPane(16, 16);
    private final ScrollPane scroll = Scrolls.around(units);

    MapPage(CourseHost host, Consumer<String> open) {
        this.host = host;
        this.open = open;
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("paper", "edge-to-edge");
        var byUnit = host.index().stops().stream()
                .collect(Collectors.groupingBy(CourseIndex.Stop::unit, LinkedHashMap::new, Collectors.toList()));
        int number = 1;
        for (var unit : byUnit.entrySet()) {
            units.getChildren().add(unit(number++, unit.getKey(), unit.getValue()));
        }
        if (byUnit.isEmpty()) {
            units.getChildren().add(new Label("The lessons are still being read."));
        }
    }

    Node node() {
        return scroll;
    }

    private Node unit(int number, String name, List<CourseIndex.Stop> stops) {
        var title = new Label(number + "  " + name);
        title.getStyleClass().add("map-unit-title");
        title.setWrapText(true);
        int minutes = stops.stream().mapToInt(CourseIndex.Stop::minutes).sum();
        int all = stops.stream().mapToInt(stop -> stop.exercises().size()).sum();
        var progress = host.study().progress();
        int solved = stops.stream().mapToInt(stop -> progress.solved(stop.file(), stop.exercises())).sum();
        var sum = new Label(minutes + " minutes · " + solved + " of " + all + " exercises solved");
        sum.getStyleClass().add("course-note");
        var box = new VBox(8, title, sum);
        box.getStyleClass().add("map-unit");
        stops.forEach(stop -> box.getChildren().add(lesson(stop)));
        return box;
    }

    private Row lesson(CourseIndex.Stop stop) {
        int solved = host.study().progress().solved(stop.file(), stop.exercises());
        int all = stop.exercises().size();
        var title = new Label((all > 0 && solved == all ? "✓ " : "") + stop.title());
        title.getStyleClass().add("course-title");
        title.setWrapText(true);
        var state = new Label((stop.minutes() > 0 ? stop.minutes() + " min · " : "") + solved + " / " + all + " solved");
        state.getStyleClass().add("course-note");
        var row = new Row(stop.title() + ", " + state.getText(), () -> open.accept(stop.file()), title, state);
        if (!stop.before().isEmpty()) {
            var before = new Label("after " + String.join("; ", stop.before()));
            before.getStyleClass().add("course-note");
            before.setWrapText(true);
            row.getChildren().add(before);
        }
        return row;
    }
}
