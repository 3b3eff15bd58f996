package rewardscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rewardscope.agent.Equation;
import rewardscope.ui.Headless;

/// A term of the equation that is clicked on is met in the glossary, in view and marked.
class GlossaryMeetsTest {
    private static final Path LESSONS = Path.of(System.getProperty("rewardscope.home", "."), "lessons");

    @BeforeAll
    static void start() throws Exception {
        Headless.start();
    }

    @Test
    void aTermThatWasAskedForIsInViewAndMarked() throws Exception {
        Desk desk = Headless.onFx(() -> new Desk(LESSONS, 1280, 720));
        try {
            while (Headless.onFx(() -> desk.course().index().glossary().entries().isEmpty())) {
                Thread.sleep(5);
            }
            for (var term : List.of(new Equation.Term("tdError", "\\delta"), new Equation.Term("qOld", "Q(S,A)"),
                    new Equation.Term("alpha", "\\alpha"))) {
                Headless.onFx(() -> {
                    desk.pages().define(desk.course().meaning(term).orElseThrow());
                    return true;
                });
                while (Headless.onFx(() -> {
                    desk.still().layOut(); // a scroll pane has no content before it was laid out
                    return desk.bench().middle().lookup(".glossary-row") == null;
                })) {
                    Thread.sleep(5);
                }
                Headless.settle();
                Headless.onFx(() -> {
                    desk.still().layOut();
                    var marked = desk.bench().middle().lookupAll(".glossary-row").stream()
                            .filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("meant")))
                            .toList();
                    assertThat(marked).as(term.toString()).hasSize(1);
                    assertThat(inView(marked.getFirst())).as(term.toString()).isTrue();
                    return true;
                });
            }
        } finally {
            Headless.onFx(() -> {
                desk.close();
                return true;
            });
        }
    }

    private static boolean inView(Node row) {
        Node pane = row;
        while (!(pane instanceof ScrollPane)) {
            pane = pane.getParent();
        }
        var bounds = pane.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        return bounds.getMinY() >= 0 && bounds.getMaxY() <= ((ScrollPane) pane).getHeight();
    }
}
