package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Headless;

/// What is read in the window, number by number, is the same whatever the system's language: with a decimal comma, with
/// Persian or Arabic digits, with another direction of writing.
class LocalesTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home", "."), "lessons");
    private static final List<String> OPENED = List.of(
            "04-temporal-difference/the-rat-on-the-linear-track.md",
            "02-planning/value-iteration-in-the-4x3-world.md",
            "08-actor-critic/actor-critic-and-gae.md");
    /// What JavaFX itself says of its controls, in the system's language.
    private static final Set<String> JAVAFX_OWN = Set.of("Close");

    private static final Locale BEFORE = Locale.getDefault();

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    @AfterEach
    void restore() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void noWordAndNoNumberChangesWithTheLocale() throws Exception {
        List<String> american = texts(Locale.US);
        assertThat(american).hasSizeGreaterThan(400).anyMatch(text -> text.matches(".*\\d\\.\\d.*"));
        for (String language : List.of("de-DE", "fa-IR", "ar-EG")) {
            var locale = Locale.forLanguageTag(language);
            assertThat(differences(american, texts(locale))).as(language).isEmpty();
        }
        assertThat(String.format(Locale.forLanguageTag("ar-EG"), "%d", 12)).as("this locale has digits of its own").isNotEqualTo("12");
    }

    private static List<String> differences(List<String> one, List<String> other) {
        var found = new ArrayList<String>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i)) && !JAVAFX_OWN.contains(one.get(i))) {
                found.add(one.get(i) + " became " + other.get(i));
            }
        }
        if (one.size() != other.size()) {
            found.add(one.size() + " texts became " + other.size());
        }
        return found;
    }

    private static List<String> texts(Locale locale) throws Exception {
        Locale.setDefault(locale);
        var found = new ArrayList<String>();
        Desk desk = Headless.onFx(() -> new Desk(LESSONS, 1280, 720));
        for (String lesson : OPENED) {
            CompletableFuture<Void> opened = Headless.onFx(() -> desk.load(LESSONS.resolve(lesson)));
            opened.join();
            var frame = new AtomicReference<Frame>();
            Headless.onFx(() -> {
                desk.send(new Command.Step(Command.Unit.ACT, 25));
                return true;
            });
            desk.runner().orElseThrow().settle(frame::set);
            for (String pane : List.of(PaneSet.TABLE, PaneSet.PARAMETERS)) {
                Headless.onFx(() -> {
                    desk.bench().bringForward(pane);
                    return true;
                });
                while (!Headless.onFx(() -> {
                    desk.still().show(frame.get());
                    return desk.still().isDrawn();
                })) {
                    Thread.sleep(2);
                }
                found.addAll(Headless.onFx(() -> texts(desk.scene().getRoot())));
            }
        }
        Headless.onFx(() -> {
            desk.close();
            return true;
        });
        return found;
    }

    private static List<String> texts(Node node) {
        var found = new ArrayList<String>();
        if (!node.isVisible()) {
            return found; // rows that a list holds ready
        }
        if (node.getAccessibleText() != null) {
            found.add(node.getAccessibleText());
        }
        switch (node) {
            case Labeled labeled -> found.add(String.valueOf(labeled.getText()));
            case Text text -> found.add(String.valueOf(text.getText()));
            case TextInputControl input -> found.add(input.getText() + input.getPromptText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }
}
