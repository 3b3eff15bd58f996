package rewardscope.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What a newcomer sees first: what this is, in two sentences, and one large button.
final class WelcomePage {
    private final Button rat = new Button("Watch a rat learn", new FontIcon(Material2MZ.PLAY_ARROW));
    private final VBox page;

    WelcomePage(Runnable watchRat, Runnable tour, Runnable course, Runnable playground, Runnable close) {
        var title = new Label("Rewardscope");
        title.getStyleClass().add("welcome-title");
        var words = new Label("An instrument for looking at reinforcement learning. Every number on the screen can be traced"
                + " to the equation that made it, and every run can be taken back to any step of its past.");
        words.setWrapText(true);
        rat.setId("welcome-rat");
        rat.getStyleClass().add("accent");
        rat.setDefaultButton(true);
        rat.setMaxWidth(Double.MAX_VALUE);
        rat.setOnAction(_ -> watchRat.run());
        var hint = new Label("It knows nothing. It will find the cheese, and you will see what it learns from it.");
        hint.getStyleClass().add("welcome-hint");
        hint.setWrapText(true);
        var others = new HBox(8,
                other("Show me around", Material2AL.EXPLORE, "welcome-tour", tour),
                other("Begin the course", Material2AL.LIBRARY_BOOKS, "welcome-course", course),
                other("Playground", Material2MZ.SCIENCE, "welcome-playground", playground));
        var skip = new Hyperlink("Close (Esc)");
        skip.setId("welcome-close");
        skip.setOnAction(_ -> close.run());
        var later = new Label("The tour is always behind H, all keys behind F1.");
        later.getStyleClass().add("welcome-hint");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(8, later, space, skip);
        foot.setAlignment(Pos.CENTER_LEFT);
        page = new VBox(16, title, words, new VBox(6, rat, hint), others, foot);
        page.getStyleClass().add("welcome-page");
        page.setMaxSize(620, Region.USE_PREF_SIZE);
        page.setId("welcome-page");
    }

    private static Button other(String words, Ikon icon, String id, Runnable action) {
        var button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    Node node() {
        return page;
    }

    Node first() {
        return rat;
    }
}
