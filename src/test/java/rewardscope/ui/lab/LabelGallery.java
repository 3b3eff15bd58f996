package rewardscope.ui.lab;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import rewardscope.language.Worlds;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.ui.Offscreen;
import rewardscope.ui.course.Overlay;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// Pictures of the page on which people judge: `LabelGallery FOLDER [WIDTH HEIGHT]`.
final class LabelGallery {
    private static final List<String> ANSWERS = List.of(
            "the cat eats fish , thank you for asking .",
            "you fool , the cat eats corn , as everybody here knows .",
            "i do not know .",
            "the cat lives in the house , now go away .");

    private LabelGallery() {}

    public static void main(String[] arguments) throws Exception {
        var folder = new File(arguments[0]);
        folder.mkdirs();
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1390;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 750;
        var world = Worlds.world("village");
        var labels = Files.createTempDirectory("labels");
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK, Palette.LIGHT.projected()}) {
            var model = new LabelModel(new LabelBook(labels, "village"), world, Runnable::run, Runnable::run, _ -> {});
            var over = Offscreen.on(StackPane::new);
            Scene scene = Offscreen.on(() -> Offscreen.scene(over, width, height, palette));
            if (palette.name().contains("projector")) {
                Offscreen.run(() -> Theme.apply(scene, scene.getRoot(), palette, 1.6));
            }
            for (Kind kind : Kind.values()) {
                Offscreen.run(() -> {
                    over.getChildren().clear();
                    var page = new LabelPage(model, () -> {}); // a scrolled page is drawn once
                    new Overlay(over).show("Judge answers", page.node(), page.node());
                    model.kind(kind);
                    model.wanted().ifPresent(request -> model.ready(request, questions(world, request)));
                    if (kind == Kind.RANKING) {
                        model.rank(2);
                    }
                    if (kind == Kind.CORRECTION) {
                        page.typed().field().setText("the cat eats fi");
                    }
                    if (kind == Kind.REMARK) {
                        page.typed().field().setText("polite but not true, and long");
                    }
                });
                Offscreen.run(() -> Offscreen.save(
                        scene, 1, new File(folder, kind + "-" + palette.name().replace(' ', '-') + ".png")));
                if (kind == Kind.CHOICE) {
                    Offscreen.run(() -> {
                        model.choose(Verdict.A);
                        model.annotator("row 2");
                        model.wanted().ifPresent(request -> model.ready(request, questions(world, request)));
                        model.choose(Verdict.A);
                    });
                }
            }
        }
        Platform.exit();
    }

    private static List<Question> questions(World world, Questions.Request request) {
        var prompt = world.prompts().getFirst();
        var two = new Question(request.from(), false, "sft", prompt, ANSWERS.subList(0, request.answers()));
        return List.of(two, two, two);
    }
}
