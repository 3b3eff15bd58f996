package rewardscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The line above everything: what is open, and how the window looks.
final class Toolbar {
    private final Label title = new Label("Rewardscope");
    private final Label notice = new Label();
    private final VBox box;

    Toolbar(Desk desk) {
        title.getStyleClass().add("title");
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setOnMouseClicked(_ -> notice(""));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                button(Material2MZ.MENU, "Fold the library away, or back", "L", () -> desk.bench().toggleLibrary()),
                title,
                space,
                button(Material2AL.CHROME_READER_MODE, "Fold the lesson away, or back", "K", () -> desk.bench()
                        .toggleLesson()),
                button(Material2MZ.SLIDESHOW, "Present: stage, equation and transport alone", "P", desk::togglePresenter),
                button(Material2AL.BRIGHTNESS_4, "Light or dark", "D", desk::toggleTheme));
        bar.getStyleClass().add("toolbar");
        box = new VBox(bar);
    }

    private static Button button(Ikon icon, String what, String key, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setTooltip(new Tooltip(what + " (" + key + ")"));
        button.setAccessibleText(what);
        button.setOnAction(_ -> action.run());
        return button;
    }

    String title() {
        return title.getText();
    }

    void title(String text) {
        title.setText(text);
    }

    /// Shows a sentence, or takes it away if it is empty.
    void notice(String sentence) {
        notice.setText(sentence);
        if (sentence.isEmpty()) {
            box.getChildren().remove(notice);
        } else if (!box.getChildren().contains(notice)) {
            box.getChildren().add(notice);
        }
    }

    Region node() {
        return box;
    }
}
