package rewardscope.ui.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Numerals;
import rewardscope.lesson.Response;
import rewardscope.ui.equation.Figures;

/// The settings that a `tune` exercise lets the learner choose, and the goal that they are to reach.
final class TuneField {
    private static final Pattern EPISODE = Pattern.compile("episodes\\[(-?\\d{1,6})]\\.(\\w+)");

    private final GridPane grid = new GridPane();
    private final Map<String, TextField> fields = new LinkedHashMap<>();

    TuneField(Exercise.Tune exercise, Memory memory) {
        grid.getStyleClass().add("lesson-answer-table");
        int row = 0;
        for (String path : exercise.parameters()) {
            var label = new Label(name(path));
            label.getStyleClass().add("lesson-answer-header");
            label.setMinWidth(Region.USE_PREF_SIZE);
            var field = new TextField(memory.get(path));
            field.getStyleClass().addAll("lesson-number", "lesson-word"); // a schedule is longer than a number
            field.setPromptText("a value");
            field.setAccessibleText(path);
            field.textProperty().addListener((_, _, text) -> memory.fields.put(path, text));
            fields.put(path, field);
            grid.addRow(row++, label, field);
        }
    }

    GridPane node() {
        return grid;
    }

    /// What Enter does in a field.
    void onEnter(Runnable act) {
        fields.values().forEach(field -> field.setOnAction(_ -> act.run()));
    }

    boolean complete() {
        return fields.values().stream().noneMatch(field -> field.getText().isBlank());
    }

    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        fields.forEach((path, field) -> settings.put(path, setting(field.getText())));
        return settings;
    }

    /// A number as it is typed here or elsewhere; a schedule as it stands.
    static String setting(String typed) {
        return Response.number(typed).isPresent() && !typed.contains("/") ? Numerals.plain(typed) : typed.strip();
    }

    /// The author's settings in words.
    static String words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> name(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// `episodes[9].length` as `length of episode 10`; other paths with blanks for their hyphens.
    static String quantity(String path) {
        var one = EPISODE.matcher(path);
        if (one.matches()) {
            int i = Integer.parseInt(one.group(1));
            String which = i >= 0 ? "episode " + (i + 1) : i == -1 ? "the last episode" : "episode " + i + " from the end";
            return one.group(2) + " of " + which.replace("-", "");
        }
        return path.replaceFirst("^(metrics|series)\\.", "").replace('-', ' ');
    }

    /// The goal in words.
    static String goal(Exercise.Tune exercise) {
        var goal = exercise.goal();
        String bounds = Double.isInfinite(goal.atMost())
                ? "at least " + Figures.brief(goal.atLeast())
                : Double.isInfinite(goal.atLeast())
                        ? "at most " + Figures.brief(goal.atMost())
                        : "from " + Figures.brief(goal.atLeast()) + " to " + Figures.brief(goal.atMost());
        return "Goal: " + quantity(goal.read().text()) + " " + bounds + ", for " + exercise.needed() + " of " + exercise.seeds() + " seeds.";
    }
}
