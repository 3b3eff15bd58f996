package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import rewardscope.agent.Family;
import rewardscope.compute.Compute;
import rewardscope.compute.Devices;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.Variant;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.Frame;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Session;
import rewardscope.ui.Pane;
import rewardscope.ui.chart.ChartPane;
import rewardscope.ui.course.CoursePages;
import rewardscope.ui.course.HandIn;
import rewardscope.ui.course.Overlay;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.lab.LabBar;
import rewardscope.ui.present.PresenterLayer;
import rewardscope.ui.share.ShareMenu;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// The working desk of one window: which lesson or playground is open, which of its simulations is on the stage, and the
/// panes that show it. Opening happens off the JavaFX thread; what is on the desk stays until the new is there.
public final class Desk implements AutoCloseable {
    private static final double FIRST_SPEED = 4;

    private final LessonLibrary library;
    private final FramePump pump = new FramePump(this::notice);
    private final LessonHost host;
    private final PaneSet panes;
    private final TransportBar transport;
    private final LibraryPane libraryPane;
    private final Workbench bench;
    private final Toolbar toolbar;
    private final ChoiceBar choices;
    private final LabBar lab;
    private Optional<Playground> playground = Optional.empty();
    private final Map<String, Runner> runners = new HashMap<>();
    private final Scene scene;
    private Optional<LessonChecker.Checked> lesson = Optional.empty();
    private Optional<Path> lessonFile = Optional.empty();
    private Optional<FileWatch> watch = Optional.empty();
    private Optional<String> active = Optional.empty();
    private Palette palette = Palette.LIGHT;
    private double textScale = 1;
    private Frame.Speed speed = new Frame.Speed(FIRST_SPEED);
    private Compute compute = Compute.STANDARD;
    private final KeysPage keys;
    private boolean closed;
    private final Course course;
    private final CoursePages pages;
    private final PresenterLayer presenter;
    private final Sessions sessions = new Sessions(this);
    private final ShareMenu share;
    private Optional<String> first = Optional.empty();

    /// @param folder where the lessons are
    public Desk(Path folder, double width, double height) {
        this(LessonLibrary.of(folder), new Formulas(), Study.ofNobody(), width, height);
        lateWork().forEach(Runnable::run);
    }

    /// A desk with lesson, stage, equation and transport. The rest is there when the [#lateWork] has been done.
    ///
    /// @param formulas shared with whoever warms it up
    /// @param study whose work it is; closed with the desk
    Desk(LessonLibrary library, Formulas formulas, Study study, double width, double height) {
        this.library = library;
        course = new Course(this, study);
        Consumer<Command> commands = this::send;
        host = new LessonHost(this);
        panes = PaneSet.create(commands, formulas, host);
        transport = new TransportBar(commands, this::reseed);
        libraryPane = new LibraryPane(library, this::open, this::openPlayground);
        share = new ShareMenu(new ShareWindow(this));
        toolbar = new Toolbar(this, share, new HandIn(course, this::openLearner));
        choices = new ChoiceBar(commands);
        var underStage = new VBox(choices.node());
        bench = new Workbench(
                width,
                libraryPane.node(),
                toolbar.node(),
                panes.stage(),
                underStage,
                panes.equation(),
                panes.instruments(),
                pump::refresh,
                transport);
        scene = new Scene(bench.root(), width, height);
        panes.styleSheet(scene);
        pump.add(toolbar);
        pump.add(transport);
        pump.addAlways(choices);
        pump.add(panes.stage());
        pump.add(panes.equation());
        bench.whenBroughtForward(pump::refresh); // a paused run sends no frame by itself
        keys = new KeysPage(bench.middle());
        presenter = new PresenterLayer(bench.middle());
        pages = new CoursePages(course, formulas, new Overlay(bench.middle()));
        bench.leaveOut(Set.of(PaneSet.ANSWERS));
        lab = new LabBar(commands, pages.overlay(), Stores.labels(study.folder()), onStage ->
                bench.leaveOut(Set.of(onStage ? PaneSet.TABLE : PaneSet.ANSWERS)), this::notice);
        underStage.getChildren().add(lab.node());
        pump.addAlways(lab);
        panes.equation().whenAsked(term -> course.meaning(term).ifPresent(pages::define));
        Shortcuts.install(scene, this, transport, bench);
        panes.reduceMotion(Platform.getPreferences().isReducedMotion());
        scene.widthProperty().addListener((_, _, _) -> Platform.runLater(bench::place));
        use(palette);
        pump.start();
        study.trouble().ifPresent(this::notice);
    }

    /// What the window can be used without, piece by piece, each short enough for one pulse.
    List<Runnable> lateWork() {
        return List.of(libraryPane::fill, bench::fill, () -> {
            panes.instruments().values().forEach(pump::add);
            pump.refresh();
        }, course::read, () -> {
            first.ifPresent(share.sharing()::open);
            first = Optional.empty();
        });
    }

    public Scene scene() {
        return scene;
    }

    public LessonLibrary library() {
        return library;
    }

    /// Opens the first lesson of the library, or the playground where there is none.
    public CompletableFuture<Void> openFirst() {
        var first = library.lessons().stream().findFirst();
        if (first.isEmpty()) {
            openPlayground();
            return CompletableFuture.completedFuture(null);
        }
        return load(first.get().file());
    }

    public void open(Path file) {
        load(file);
    }

    /// Opens a lesson; complete when it is on the desk, its first words with it.
    public CompletableFuture<Void> load(Path file) {
        return show(CompletableFuture.supplyAsync(() -> LessonChecker.check(LessonReader.read(file, variant()))));
    }

    /// A learner's own numbers; the author's while a class looks on.
    private Variant variant() {
        return bench.presenting() ? Variant.AUTHORS : course.study().variant();
    }

    /// Reads the open lesson anew, if its numbers differ from learner to learner.
    void reload() {
        lesson.filter(open -> open.lesson().header().variantCount() > 1)
                .ifPresent(open -> load(open.lesson().file()));
    }

    /// Opens a shared run as soon as the window is there, over whatever else is opened first.
    void openFirst(String shared) {
        first = Optional.of(shared);
    }

    /// Gives runs away, opens those of others, and makes pictures and tables.
    ShareMenu share() {
        return share;
    }

    /// Says anew how much is solved, in the lesson and in the library.
    void showProgress() {
        panes.lesson().showProgress();
        libraryPane.progress(course::solved);
    }

    /// Shows a lesson as soon as it has been read.
    CompletableFuture<Void> show(CompletableFuture<LessonChecker.Checked> read) {
        return read.thenComposeAsync(this::put, Platform::runLater);
    }

    private CompletableFuture<Void> put(LessonChecker.Checked loaded) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        Path file = loaded.lesson().file();
        boolean sameLesson = lesson.isPresent() && lesson.get().lesson().file().equals(file);
        if (sameLesson) {
            sessions.keep();
        }
        lessonFile = Optional.of(file);
        watch(file);
        libraryPane.select(file);
        if (!loaded.problems().isEmpty()) {
            if (sameLesson) {
                panes.lesson().showProblems(loaded.problems()); // beside the last good version
            } else {
                closeRunners();
                lesson = Optional.empty();
                bench.setLesson(ProblemsPage.of(loaded.problems()));
            }
            return CompletableFuture.completedFuture(null);
        }
        Optional<String> wanted = sameLesson ? active : Optional.empty();
        closeRunners();
        lesson = Optional.of(loaded);
        panes.lesson().showProblems(List.of());
        var begun = panes.lesson().show(loaded.lesson());
        bench.setLesson(panes.lesson().node());
        toolbar.title(loaded.lesson().header().title());
        presenter.notes(loaded.lesson().header().presenter());
        var simulations = loaded.lesson().simulations().keySet();
        var before = sessions.opened();
        wanted.or(() -> before).filter(simulations::contains)
                .or(() -> simulations.stream().findFirst())
                .ifPresent(this::activate);
        return begun;
    }

    private void watch(Path file) {
        if (watch.isEmpty() || lesson.isEmpty() || !lesson.get().lesson().file().equals(file)) {
            watch.ifPresent(FileWatch::close);
            watch = Optional.of(new FileWatch(file, () -> load(file)));
        }
    }

    /// Puts a simulation of the lesson on the stage, where it was left.
    void activate(String simulation) {
        if (lesson.isEmpty() || !lesson.get().experiments().containsKey(simulation)) {
            return;
        }
        pauseActive();
        active = Optional.of(simulation);
        if (!runners.containsKey(simulation)) {
            var fresh = runner(lesson.get().experiments().get(simulation));
            runners.put(simulation, fresh);
            sessions.begun(simulation, fresh);
        }
        pump.attach(runners.get(simulation));
        panes.lesson().simulationOnStage(simulation);
        bench.root().requestFocus();
    }

    /// Plays an experiment that belongs to no lesson.
    void play(Experiment experiment) {
        pauseActive();
        var runner = runners.get("");
        if (runner == null) {
            runner = runner(experiment);
            runners.put("", runner);
        } else {
            runner.send(new Command.Load(placed(experiment)));
        }
        active = Optional.of("");
        pump.attach(runner);
    }

    void openPlayground() {
        closeRunners();
        lesson = Optional.empty();
        lessonFile = Optional.empty();
        watch.ifPresent(FileWatch::close);
        watch = Optional.empty();
        libraryPane.selectPlayground();
        toolbar.title("Playground");
        bench.setLesson(playground().node());
        playground().start();
        sessions.openedPlayground();
        bench.root().requestFocus();
    }

    /// Plays a run in the playground, from where it stands.
    void play(SavedRun run) {
        if (lesson.isPresent() || playground.isEmpty()) {
            openPlayground();
        }
        sessions.play(run);
    }

    /// A device may take seconds to open: the run begins where it can at once, and moves on its own thread.
    private Runner runner(Experiment experiment) {
        var runner = new Runner(experiment, speed);
        if (!placed(experiment).equals(experiment)) {
            runner.send(new Command.Load(placed(experiment)));
        }
        return runner;
    }

    /// Only language models compute on a device.
    private Experiment placed(Experiment experiment) {
        return experiment.agentType().family() == Family.LANGUAGE ? experiment.withCompute(compute) : experiment;
    }

    SavedRun placed(SavedRun run) {
        return new SavedRun(placed(run.experiment()), run.ways(), run.active(), run.together());
    }

    /// Offers devices in the compute menu.
    void offer(Devices devices) {
        toolbar.compute().offer(devices);
    }

    /// Computes on a device from now on; runs of language models begin anew there.
    void use(Compute wanted) {
        compute = wanted;
        for (Runner runner : runners.values()) {
            Experiment experiment = runner.experiment();
            if (!placed(experiment).equals(experiment)) {
                runner.send(new Command.Load(placed(experiment)));
            }
        }
        pump.refresh();
    }

    /// What was left by the last window, and what this one leaves.
    Sessions sessions() {
        return sessions;
    }

    /// By the names of their simulations.
    Map<String, Runner> runners() {
        return runners;
    }

    /// The simulation on the stage, empty where it has no name or there is none.
    String activeSimulation() {
        return active.orElse("");
    }

    /// What is written in the playground, if anybody has been there.
    String playgroundText() {
        return playground.map(Playground::text).orElse("");
    }

    double textScale() {
        return textScale;
    }

    /// How fast runs begin.
    Frame.Speed speed() {
        return speed;
    }

    /// Looks as another window did.
    void look(Session.Appearance look) {
        textScale = Math.clamp(look.textScale(), 0.8, 2.0);
        speed = new Frame.Speed(Math.max(look.speed(), Frame.Speed.SLOWEST.actsPerSecond()));
        bench.restore(new Workbench.Places(look.library(), look.lesson(), look.tab(), look.columns(), look.panes()));
        use(look.dark() ? Palette.DARK : Palette.LIGHT);
    }

    /// The file that is open: a lesson that can be worked with, or one with mistakes.
    Optional<Path> lessonFile() {
        return lessonFile;
    }

    /// The run on the stage, if there is one.
    public Optional<Runner> runner() {
        return active.map(runners::get);
    }

    void send(Command command) {
        runner().ifPresent(runner -> runner.send(command));
    }

    private void pauseActive() {
        send(new Command.Pause());
    }

    private void reseed() {
        send(new Command.Reseed(ThreadLocalRandom.current().nextInt(1, 10_000)));
    }

    void newSeed() {
        reseed();
    }

    /// Made when it is first asked for.
    Playground playground() {
        if (playground.isEmpty()) {
            playground = Optional.of(new Playground(this));
            playground.get().use(palette);
        }
        return playground.get();
    }

    /// The lesson that is open, if one is.
    Optional<LessonChecker.Checked> lesson() {
        return lesson;
    }

    String title() {
        return toolbar.title();
    }

    /// What the open lesson asks of the window.
    LessonHost host() {
        return host;
    }

    /// Which keys choose an action while a person is the agent.
    ChoiceBar choices() {
        return choices;
    }

    /// The learner's work and what is known of all lessons.
    Course course() {
        return course;
    }

    /// Find, glossary, map, learner.
    CoursePages pages() {
        return pages;
    }

    /// Judging answers, models and label sets of the language lab.
    LabBar lab() {
        return lab;
    }

    /// What is laid over the window in front of a class.
    PresenterLayer presenter() {
        return presenter;
    }

    private void openLearner() {
        pages.learner();
    }

    /// The page with all keys.
    KeysPage keys() {
        return keys;
    }

    Workbench bench() {
        return bench;
    }

    PaneSet panes() {
        return panes;
    }

    Palette palette() {
        return palette;
    }

    /// Takes on a palette.
    public void use(Palette wanted) {
        palette = wanted;
        restyle();
        Palette seen = seen();
        transport.use(seen);
        for (Pane pane : panes.all()) {
            pane.use(seen);
        }
        playground.ifPresent(p -> p.use(seen));
        pump.refresh();
    }

    void toggleTheme() {
        use(palette.dark() ? Palette.LIGHT : Palette.DARK);
    }

    void togglePresenter() {
        bench.present(!bench.presenting());
        presenter.end();
        use(palette);
        reload();
        pump.refresh();
    }

    void zoomText(double factor) {
        textScale = Math.clamp(textScale * factor, 0.8, 2.0);
        restyle();
    }

    private Palette seen() {
        return bench.presenting() ? palette.projected() : palette;
    }

    private void restyle() {
        double scale = textScale * (bench.presenting() ? 1.6 : 1);
        Theme.apply(scene, scene.getRoot(), seen(), scale);
        panes.scale(scale);
    }

    /// Shows a frame now, without waiting for a pulse: for pictures.
    void showNow(Frame frame) {
        pump.refresh();
        pump.show(frame);
        pump.watch();
    }

    /// Gives everything its size without a window.
    void layOut() {
        bench.root().resize(scene.getWidth(), scene.getHeight());
        bench.root().applyCss();
        bench.root().layout();
        bench.place();
        bench.root().layout();
    }

    /// Whether nothing is waiting for the typesetter any more.
    boolean isDrawn() {
        layOut();
        return panes.equation().isTypeset() && panes.lesson().isTypeset();
    }

    /// Draws everything that would be drawn within the next pulses, sharp at a scale.
    void prepareForPicture(double scale) {
        panes.stage().setPictureScale(scale);
        layOut();
        panes.charts().made().ifPresent(ChartPane::drawNow);
    }

    /// A sentence for the user, across the top, until the next one.
    void notice(String sentence) {
        toolbar.notice(sentence);
    }

    /// A sentence about something that went well.
    void inform(String sentence) {
        toolbar.inform(sentence);
    }

    /// A run may be in the middle of a long act: the window does not wait for its end.
    private void closeRunners() {
        var closing = List.copyOf(runners.values());
        runners.clear();
        active = Optional.empty();
        Thread.ofVirtual().name("closing").start(() -> closing.forEach(Runner::close));
    }

    @Override
    public void close() {
        closed = true;
        pump.stop();
        watch.ifPresent(FileWatch::close);
        closeRunners();
        lab.close();
        course.study().close();
    }
}
