package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import rewardscope.agent.Schedule;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.ui.Offscreen;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;

/// Pictures of the whole window in states that take some doing, to be looked at by a person:
/// `DeskGallery FOLDER SUBJECT,... WIDTHxHEIGHTxSCALE...`, every subject if none is named.
final class DeskGallery {
    private static final String CLIFF = "environment: {preset: cliff-walking}\nagent: {type: q-learning, epsilon: 0.1}\nseed: 3\n";

    /// Baird's counterexample (Sutton & Barto, example 11.1), with steps so large that it does not take long.
    private static final String BAIRD = """
            environment: {preset: baird}
            agent:
              type: linear-td
              alpha: 0.4
              gamma: 0.99
              policy: solid
              behaviour: {dashed: 0.857142857142857, solid: 0.142857142857143}
              features:
                - [2, 0, 0, 0, 0, 0, 0, 1]
                - [0, 2, 0, 0, 0, 0, 0, 1]
                - [0, 0, 2, 0, 0, 0, 0, 1]
                - [0, 0, 0, 2, 0, 0, 0, 1]
                - [0, 0, 0, 0, 2, 0, 0, 1]
                - [0, 0, 0, 0, 0, 2, 0, 1]
                - [0, 0, 0, 0, 0, 0, 1, 2]
              weights: [1, 1, 1, 1, 1, 1, 10, 1]
            seed: 1
            """;

    private final Desk desk;

    private DeskGallery(Desk desk) {
        this.desk = desk;
    }

    private static Map<String, Consumer<DeskGallery>> subjects() {
        var subjects = new LinkedHashMap<String, Consumer<DeskGallery>>();
        subjects.put("two", DeskGallery::twoBranches);
        subjects.put("editor", DeskGallery::editor);
        subjects.put("compare", DeskGallery::compare);
        subjects.put("playground", me -> me.play(CLIFF, 40));
        subjects.put("baird", DeskGallery::baird);
        subjects.put("diverged", DeskGallery::diverged);
        subjects.put("bandit", DeskGallery::bandit);
        subjects.put("pendulum", DeskGallery::pendulum);
        subjects.put("swing", DeskGallery::swing);
        subjects.put("trouble", DeskGallery::trouble);
        return subjects;
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String wanted = arguments.length > 1 ? arguments[1] : "";
        List<String> sizes = arguments.length > 2
                ? Arrays.asList(arguments).subList(2, arguments.length)
                : List.of("1440x900x1");
        for (String size : sizes) {
            String[] parts = size.split("x");
            double scale = Double.parseDouble(parts[2]);
            for (var subject : subjects().entrySet()) {
                String name = subject.getKey();
                if (!wanted.isEmpty() && !List.of(wanted.split(",")).contains(name)) {
                    continue;
                }
                var gallery = new DeskGallery(Offscreen.on(() -> {
                    Fonts.load();
                    return new Desk(
                            Path.of(System.getProperty("rewardscope.home"), "lessons"),
                            Double.parseDouble(parts[0]) / scale,
                            Double.parseDouble(parts[1]) / scale);
                }));
                for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
                    Offscreen.run(() -> gallery.desk.use(palette));
                    if (!palette.dark()) {
                        subject.getValue().accept(gallery);
                    }
                    gallery.settle();
                    Offscreen.run(() -> {
                        gallery.desk.still().prepare(scale);
                        Pictures.save(gallery.desk.scene(), scale, folder.resolve(name + "-" + size + "-" + palette.name() + ".png"));
                    });
                }
                Offscreen.run(gallery.desk::close);
            }
        }
        Platform.exit();
    }

    private void settle() {
        try {
            for (int look = 0; look < 3; look++) {
                Thread.sleep(150);
                var frame = new AtomicReference<Frame>();
                desk.runner().orElseThrow().settle(frame::set);
                Offscreen.run(() -> {
                    desk.still().layOut();
                    desk.still().show(frame.get());
                    desk.still().layOut();
                });
            }
            for (int i = 0; i < 100 && !Offscreen.on(desk.still()::isDrawn); i++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(String experiment, int episodes) {
        Offscreen.run(() -> {
            desk.openPlayground();
            desk.playground().open(experiment);
        });
        act(new Command.Step(Command.Unit.EPISODE, episodes));
        act(new Command.Step(Command.Unit.ACT, 3));
    }

    /// Does something to the run, and waits until it is done.
    private void act(Command command) {
        Offscreen.run(() -> desk.send(command));
        settle();
    }

    private void load(String lesson) {
        Offscreen.on(() -> desk.load(desk.library().folder().resolve(lesson))).join();
        settle();
    }

    private Node find(String selector) {
        return desk.scene().getRoot().lookup(selector);
    }

    private void twoBranches() {
        load("04-temporal-difference/sarsa-and-q-learning-at-the-cliff.md");
        act(new Command.Step(Command.Unit.EPISODE, 30));
        act(new Command.Fork());
        act(new Command.Intervene(new Intervention.ParameterChange("alpha", new Schedule.Constant(0.1))));
        act(new Command.SideBySide(true));
        act(new Command.Step(Command.Unit.EPISODE, 30));
        act(new Command.Step(Command.Unit.ACT, 3));
    }

    private void editor() {
        play("environment: {preset: aima-4x3}\nagent: {type: q-learning, alpha: 0.3}\nseed: 3\n", 30);
        Offscreen.run(desk.playground()::toggleEditor);
    }

    private void compare() {
        play(CLIFF, 20);
        Offscreen.run(() -> desk.bench().bringForward(PaneSet.COMPARE));
        settle();
        Offscreen.run(() -> ((ButtonBase) find("#compare-start")).fire());
        while (Offscreen.on(() -> ((Button) find("#compare-start")).getText()).equals("Cancel")) {
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void baird() {
        load("06-function-approximation/the-deadly-triad.md");
        act(new Command.Step(Command.Unit.ACT, 200));
        Offscreen.run(() -> desk.scene().getRoot().lookupAll(".check-box").stream()
                .filter(box -> box.getId() != null && box.getId().startsWith("switch-"))
                .forEach(box -> ((ButtonBase) box).fire()));
        act(new Command.Step(Command.Unit.ACT, 200));
    }

    /// Weights that have become infinite.
    private void diverged() {
        Offscreen.run(() -> {
            desk.openPlayground();
            desk.playground().open(BAIRD);
        });
        act(new Command.Step(Command.Unit.ACT, 20_000));
    }

    private void bandit() {
        load("01-the-problem/bandits-and-exploration.md");
        act(new Command.Step(Command.Unit.ACT, 120));
        Offscreen.run(() -> desk.bench().bringForward(PaneSet.PARAMETERS));
        settle();
        Offscreen.run(() -> ((ButtonBase) find("#show-truth")).fire());
    }

    private void pendulum() {
        play("environment: {type: pendulum}\nagent: {type: ppo}\nseed: 2\n", 3);
        Offscreen.run(() -> desk.bench().bringForward(PaneSet.INSIDE));
        settle();
        Offscreen.run(() -> {
            Node stage = find(".stage-view");
            var place = stage.getLayoutBounds();
            mouse(stage, MouseEvent.MOUSE_PRESSED, place.getWidth() * 0.25, place.getHeight() * 0.5);
            mouse(stage, MouseEvent.MOUSE_DRAGGED, place.getWidth() * 0.33, place.getHeight() * 0.42);
        });
        settle();
    }

    /// A pendulum that has learned to swing up and stand.
    private void swing() {
        play("environment: {type: pendulum}\nagent: {type: ppo, gamma: 0.9, horizon: 1024, alpha: 1e-3}\nseed: 2\n", 700);
        act(new Command.Step(Command.Unit.ACT, 9));
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        var at = node.localToScene(x, y);
        node.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, true, null));
    }

    private void trouble() {
        play("environment: {preset: aima-4x3}\nagent: {type: value-iteration, gamma: 1}\n", 1);
        Offscreen.run(() -> {
            desk.togglePresenter();
            desk.notice("The run stopped: the weights became infinite at step 3. Try a smaller learning rate."
                    + " Step back to look at what came before.");
        });
    }
}
