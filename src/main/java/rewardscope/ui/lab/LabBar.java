package rewardscope.ui.lab;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.stage.LabLook;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.course.Overlay;
import rewardscope.ui.theme.Palette;

/// The line under the stage of the language lab: opens the page on which people judge answers, and says how many labels
/// the run learns from.
public final class LabBar implements Pane, AutoCloseable {
    private static final String HEADING = "Judge answers";

    private final Consumer<Command> commands;
    private final Overlay overlay;
    private final Path folder;
    private final Consumer<Boolean> onStage;
    private final ModelsMenu menu;
    private final HBox bar = new HBox(12);
    private final Label words = new Label();
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("labels").factory());
    private final Map<String, LabelModel> models = new HashMap<>();
    private Optional<LabelPage> page = Optional.empty();
    private Optional<Frame> frame = Optional.empty();
    private Optional<LabLook> look = Optional.empty();
    private String judging = "";
    private boolean wanted;
    private long askedAt = -1;

    /// @param folder where sets of labels are kept
    /// @param onStage told whenever a run of the lab comes onto the stage, or leaves it
    /// @param notice takes a sentence for the user
    public LabBar(
            Consumer<Command> commands,
            Overlay overlay,
            Path folder,
            Consumer<Boolean> onStage,
            Consumer<String> notice) {
        this.onStage = onStage;
        menu = new ModelsMenu(commands, notice, disk);
        this.commands = commands;
        this.overlay = overlay;
        this.folder = folder;
        var judge = new Button("Judge answers (J)");
        judge.setId("judge-answers");
        judge.setTooltip(new Tooltip("Choose, rank, rate, correct or comment what the model writes"));
        judge.setOnAction(_ -> judge());
        judge.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        words.getStyleClass().add("choice-note");
        bar.getStyleClass().add("choice-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().setAll(judge, words, space, menu.node());
        bar.setVisible(false);
        bar.setManaged(false);
    }

    @Override
    public Node node() {
        return bar;
    }

    @Override
    public void show(Frame shown) {
        frame = Optional.of(shown);
        menu.show(shown);
        look = shown.view().world() instanceof View.World.Lab(LabLook now) ? Optional.of(now) : Optional.empty();
        if (look.isPresent() != bar.isVisible()) {
            onStage.accept(look.isPresent());
        }
        bar.setVisible(look.isPresent());
        bar.setManaged(look.isPresent());
        if (!title().equals(judging)) {
            left();
        }
        look.ifPresent(now -> {
            words.setText(words(now));
            if (wanted) {
                wanted = false;
                open(now);
            }
            page.filter(_ -> overlay.shows(HEADING)).ifPresent(open -> {
                open.inRun(now.byPeople());
                ask();
            });
        });
    }

    /// Of the world on the stage; empty if nobody speaks there.
    private String title() {
        return look.map(now -> title(now.world())).orElse("");
    }

    private static String title(World world) {
        return world.grammar().title();
    }

    /// Another lesson is open, or another world is on the stage: what was judged is there no more.
    public void left() {
        judging = "";
        page = Optional.empty();
        if (overlay.shows(HEADING)) {
            overlay.hide();
        }
    }

    private static String words(LabLook look) {
        return look.labels() == 0
                ? "no labels yet"
                : look.labels() + " labels in this run, " + look.byPeople() + " of them given here";
    }

    /// Opens the page, or closes it; returns whether there is anything to judge.
    public boolean judge() {
        if (overlay.shows(HEADING)) {
            overlay.hide();
        } else {
            look.ifPresent(this::open);
        }
        return look.isPresent();
    }

    /// Opens the page as soon as a run of the lab is on the stage.
    public void judgeNext() {
        wanted = true;
        commands.accept(new Command.Pause()); // a frame comes
    }

    private void open(LabLook now) {
        askedAt = -1;
        judging = title(now.world());
        model(now.world()).askAnew();
        page = Optional.of(new LabelPage(model(now.world()), this::ask));
        page.get().inRun(now.byPeople());
        overlay.show(HEADING, page.get().node(), page.get().node());
        commands.accept(new Command.Pause());
    }

    private LabelModel model(World world) {
        return models.computeIfAbsent(title(world), title -> new LabelModel(
                new LabelBook(folder, title), world, disk, Platform::runLater,
                done -> commands.accept(new Command.Intervene(done))));
    }

    /// Asks for questions; those of a model that has learned since then are thrown away.
    private void ask() {
        if (frame.isEmpty() || look.isEmpty()) {
            return;
        }
        LabelModel model = model(look.get().world());
        long updates = frame.get().view().counts().updates();
        if (askedAt >= 0 && updates != askedAt) {
            model.askAnew();
        }
        askedAt = updates;
        model.wanted().ifPresent(request -> commands.accept(new Command.Inspect((timeline, experiment) -> {
            var lab = timeline.present().agent() instanceof LanguageLab found
                            && title(found.world()).equals(title(model.world()))
                    ? Optional.of(found)
                    : Optional.<LanguageLab>empty();
            var models = lab.map(LanguageLab::models).orElse(List.of());
            var questions = lab.map(there -> questions(there, request, experiment.seed())).orElse(List.of());
            Platform.runLater(() -> {
                model.writers(models);
                model.ready(request, questions);
            });
        })));
    }

    private static List<Question> questions(LanguageLab lab, Questions.Request request, long seed) {
        return LabelModel.writer(request.model(), lab.models())
                .map(model -> IntStream.range(request.from(), request.from() + request.count())
                        .mapToObj(n -> Question.ask(lab, model, seed, request.annotator(), n, request.answers()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void use(Palette palette) {
        // all colours are looked up
    }

    /// Waits until what was said last is on the disk.
    @Override
    public void close() {
        models.values().forEach(LabelModel::keepWhatWaits);
        disk.shutdown();
        try {
            disk.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
