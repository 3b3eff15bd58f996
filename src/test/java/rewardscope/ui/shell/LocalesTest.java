package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
import rewardscope.Tongues;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Headless;

/// What is read in the window, word by word, is the same whatever the system's language: with a decimal comma, with
/// Arabic, Persian, Hindi or Thai digits, with another calendar or direction of writing.
class LocalesTest {
    private static final List<String> OPENED = List.of(
            "04-temporal-difference/the-rat-on-the-linear-track.md",
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
        Tongues.restore(BEFORE);
    }

    @Test
    void noWordAndNoNumberChangesWithTheLanguage() throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<String> root = texts();
        assertThat(root).hasSizeGreaterThan(400).anyMatch(text -> text.matches(".*\\d\\.\\d.*"));
        for (Tongues tongue : List.of(Tongues.EGYPTIAN, Tongues.THAI, Tongues.TURKISH)) {
            tongue.speak();
            assertThat(differences(root, texts())).as(tongue.name()).isEmpty();
        }
    }

    /// What can be read in one only.
    private static List<String> differences(List<String> one, List<String> other) {
        var gone = new ArrayList<>(one);
        other.forEach(gone::remove);
        var come = new ArrayList<>(other);
        one.forEach(come::remove);
        come.addAll(gone);
        come.removeAll(JAVAFX_OWN);
        return come;
    }

    /// Everything that can be read in the window with the table, and with the parameters, in each of the lessons.
    private static List<String> texts() throws Exception {
        var found = new ArrayList<String>();
        Desk desk = Headless.onFx(() -> new Desk(TestWindow.LESSONS, 1280, 720));
        for (String lesson : OPENED) {
            CompletableFuture<Void> opened = Headless.onFx(() -> desk.load(TestWindow.LESSONS.resolve(lesson)));
            opened.join();
            Headless.onFx(() -> {
                desk.send(new Command.Step(Command.Unit.ACT, 25));
                return true;
            });
            for (String pane : List.of(PaneSet.TABLE, PaneSet.PARAMETERS)) {
                Headless.onFx(() -> {
                    desk.bench().bringForward(pane);
                    return true;
                });
                found.addAll(whatStays(desk));
            }
        }
        Headless.onFx(() -> {
            desk.close();
            return true;
        });
        return found;
    }

    /// What can be read when nothing changes any more: panes ask the run for what they need as soon as they are seen, and
    /// formulas are laid out meanwhile.
    private static List<String> whatStays(Desk desk) throws Exception {
        List<String> before = List.of();
        while (true) {
            var frame = new AtomicReference<Frame>();
            desk.runner().orElseThrow().settle(frame::set);
            var now = Headless.onFx(() -> {
                desk.still().show(frame.get()); // in one go: the window's own pulses show frames, too
                return desk.still().isDrawn() ? texts(desk.scene().getRoot()) : List.<String>of();
            });
            if (!now.isEmpty() && now.equals(before)) {
                return now;
            }
            before = now;
            Thread.sleep(50);
        }
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
