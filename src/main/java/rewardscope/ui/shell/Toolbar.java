package rewardscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.course.HandIn;
import rewardscope.ui.share.ShareMenu;
import rewardscope.ui.theme.Palette;

/// The line above everything: what is open, and how the window looks.
final class Toolbar implements Pane {
    private final Label title = new Label("Rewardscope");
    private final HBox bar;
    private final ComputeMenu compute;

    Toolbar(Desk desk, ShareMenu share, HandIn handIn) {
        title.getStyleClass().add("title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        compute = new ComputeMenu(desk::use);
        bar = new HBox(
                button(Material2MZ.MENU, "Fold the library away, or back", "L", () -> desk.bench().toggleLibrary()),
                title,
                space,
                compute.node(),
                button(Material2MZ.SEARCH, "Find in lessons and the glossary", "/", () -> desk.pages().find()),
                button(Material2MZ.MAP, "The course on one page", "M", () -> desk.pages().map()),
                button(Material2AL.LIBRARY_BOOKS, "Words and symbols", "W", () -> desk.pages().glossary()),
                share.node(),
                handIn.node(),
                button(Material2AL.CHROME_READER_MODE, "Fold the lesson away, or back", "K", () -> desk.bench()
                        .toggleLesson()),
                button(Material2MZ.SLIDESHOW, "Present: stage, equation and transport alone", "P", desk::togglePresenter),
                button(Material2AL.KEYBOARD, "All keys", "F1 or ?", () -> desk.keys().toggle()),
                button(Material2AL.ACCESSIBILITY_NEW, "Text size, movement, sound", "A", () -> desk.access().toggle()),
                button(Material2AL.BRIGHTNESS_4, "Light or dark", "D", () -> desk.style().toggle()));
        bar.getStyleClass().add("toolbar");
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

    ComputeMenu compute() {
        return compute;
    }

    @Override
    public void show(Frame frame) {
        compute.show(frame);
    }

    @Override
    public void use(Palette palette) {
        // the style sheet does it
    }

    @Override
    public Region node() {
        return bar;
    }
}
