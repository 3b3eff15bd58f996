package rewardscope.ui.lesson;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import rewardscope.ui.Headless;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// A lesson as pictures, to be judged by eye: `LessonPictures FOLDER`.
public final class LessonPictures {
    private LessonPictures() {}

    public static void main(String[] args) throws Exception {
        Headless.start();
        var parsed = rewardscope.lesson.LessonReader.read(Path.of("sample.md"), SampleLesson.TEXT);
        parsed.problems().forEach(p -> System.out.println(p.text()));
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            var pane = new LessonPane[1];
            var scene = Headless.onFx(() -> {
                pane[0] = new LessonPane(new Formulas(), new SampleLesson.Window(), Runnable::run);
                pane[0].show(parsed.lesson());
                var root = new StackPane(pane[0].node());
                var made = new Scene(root, 640, Double.parseDouble(args.length > 1 ? args[1] : "3000"));
                Theme.apply(made, root, palette, 1);
                root.applyCss();
                root.layout();
                return made;
            });
            Headless.settle();
            Headless.onFx(() -> {
                var after = pane[0].cards().get("after-two").node();
                ((TextField) after.lookup(".lesson-number")).setText("0.3");
                ((Button) after.lookup(".lesson-check")).fire();
                ((Button) after.lookup(".lesson-check")).fire();
                after.lookupAll(".lesson-quiet").stream()
                        .map(Button.class::cast)
                        .filter(b -> b.getText().startsWith("Hint"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                var why = pane[0].cards().get("why").node();
                ((RadioButton) why.lookup(".radio-button")).setSelected(true);
                ((Button) why.lookup(".lesson-check")).fire();
                var arrows = pane[0].cards().get("arrows").node();
                arrows.lookupAll(".lesson-policy-cell").forEach(b -> { ((Button) b).fire(); });
                ((Button) arrows.lookup(".lesson-check")).fire();
                Headless.picture(scene, 1, Path.of(args[0], "lesson-" + palette.name() + "-1x.png"));
                ((javafx.scene.control.ScrollPane) scene.getRoot().lookup(".lesson-scroll")).setVvalue(1);
                scene.getRoot().layout();
                Headless.picture(scene, 1, Path.of(args[0], "lesson-" + palette.name() + "-end-1x.png"));
                return null;
            });
        }
        System.exit(0);
    }
}
