package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import rewardscope.compute.Compute;
import rewardscope.compute.Devices;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.Variant;
import rewardscope.sim.Command;
import rewardscope.sim.Experiment;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.Runner;
import rewardscope.sim.share.SavedRun;
import rewardscope.sim.share.Session;
import rewardscope.ui.Pane;
import rewardscope.ui.access.AccessFile;
import rewardscope.ui.course.CoursePages;
import rewardscope.ui.course.HandIn;
import rewardscope.ui.course.Overlay;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.lab.LabBar;
import rewardscope.ui.parameters.SwitchBar;
import rewardscope.ui.present.PresenterLayer;
import rewardscope.ui.share.ShareMenu;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.welcome.Welcome;

/// The working desk of one window: which lesson or playground is open, which of its simulations is on the stage, and the
/// panes that show it. Opening happens off the JavaFX thread; what is on the desk stays until the new is there.
public final class Desk implements AutoCloseable {
    private final LessonLibrary library;
    private final FramePump pump = new FramePump(this::notice);
    private final LessonHost host;
    private final PaneSet panes;
    private final TransportBar transport;
    private final LibraryPane libraryPane;
    private final Workbench bench;
    private final Toolbar toolbar;
    private final NoticeLine notices = new NoticeLine();
    private final ChoiceBar choices;
    private final LabBar lab;
    private final Runs runs = new Runs(pump);
    private final LessonSlot slot;
    private final WindowStyle style;
    private final Still still;
    private final Opener opener;
    private final Scene scene;
    private final KeysPage keys;
    private final Course course;
    private final CoursePages pages;
    private final PresenterLayer presenter;
    private final Sessions sessions = new Sessions(this);
    private final ShareMenu share;
    private final Welcome welcome = new Welcome(new Greeting(this));
    private Optional<String> first = Optional.empty();
    private final AccessChoices access;

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
        var switches = new SwitchBar(commands);
        var underStage = new VBox(choices.node(), switches.node());
        bench = new Workbench(
                width,
                libraryPane.node(),
                toolbar.node(),
                notices.node(),
                panes.stage(),
                underStage,
                panes.equation(),
                panes.instruments(),
                pump::refresh,
                transport);
        scene = new Scene(bench.root(), width, height);
        panes.styleSheet(scene);
        still = new Still(bench, scene, pump, panes);
        opener = new Opener(this, libraryPane, toolbar);
        bench.whenArranged(opener::sayMistakes);
        slot = new LessonSlot(this::variant, opener);
        style = new WindowStyle(scene, bench::presenting, this::dress, this::scale);
        pump.add(toolbar);
        pump.listen(notices::show);
        pump.add(transport);
        pump.addAlways(choices);
        pump.addAlways(switches);
        pump.add(panes.stage());
        pump.add(panes.equation());
        bench.whenBroughtForward(pump::refresh); // a paused run sends no frame by itself
        keys = new KeysPage(bench.middle(), welcome::showAround);
        presenter = new PresenterLayer(bench.middle());
        pages = new CoursePages(course, formulas, new Overlay(bench.middle()));
        bench.leaveOut(Set.of(PaneSet.ANSWERS));
        lab = new LabBar(commands, pages.overlay(), Stores.labels(study.folder()), onStage ->
                bench.leaveOut(Set.of(onStage ? PaneSet.TABLE : PaneSet.ANSWERS)), this::notice);
        underStage.getChildren().add(lab.node());
        pump.addAlways(lab);
        panes.equation().whenAsked(term -> course.meaning(term).ifPresent(pages::define));
        Shortcuts.install(scene, this, transport, bench);
        access = new AccessChoices(this, study.folder().map(AccessFile::new));
        pump.listen(access::show);
        scene.widthProperty().addListener((_, _, _) -> Platform.runLater(bench::place));
        style.again();
        pump.start();
        study.notice().ifPresent(this::notice);
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
        return slot.load(file);
    }

    /// Shows a lesson as soon as it has been read.
    CompletableFuture<Void> show(CompletableFuture<LessonChecker.Checked> read) {
        return slot.show(read);
    }

    /// A learner's own numbers; the author's while a class looks on.
    private Variant variant() {
        return bench.presenting() ? Variant.AUTHORS : course.study().variant();
    }

    /// Reads the open lesson anew, if its numbers differ from learner to learner.
    void reload() {
        slot.reload();
    }

    /// Opens a shared run as soon as the window is there, over whatever else is opened first.
    void openFirst(String shared) {
        first = Optional.of(shared);
    }

    /// What newcomers see, and the tour.
    Welcome welcome() {
        return welcome;
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

    /// Puts a simulation of the lesson on the stage, where it was left.
    void activate(String simulation) {
        opener.activate(simulation);
    }

    /// Plays an experiment that belongs to no lesson.
    void play(Experiment experiment) {
        runs.play(experiment);
    }

    void openPlayground() {
        opener.openPlayground();
    }

    /// Plays a run in the playground, from where it stands.
    void play(SavedRun run) {
        opener.play(run);
    }

    /// Offers devices in the compute menu.
    void offer(Devices devices) {
        toolbar.compute().offer(devices);
    }

    /// Computes on a device from now on; runs that can move begin anew there.
    void use(Compute wanted) {
        runs.use(wanted);
    }

    /// What was left by the last window, and what this one leaves.
    Sessions sessions() {
        return sessions;
    }

    /// What is written in the playground, if anybody has been there.
    String playgroundText() {
        return opener.playgroundText();
    }

    /// Looks as another window did.
    void look(Session.Appearance look) {
        style.textScale(look.textScale());
        runs.beginAt(look.speed());
        bench.restore(new Workbench.Places(look.library(), look.lesson(), look.tab(), look.columns(), look.panes()));
        style.use(look.dark() ? Palette.DARK : Palette.LIGHT);
    }

    /// The run on the stage, if there is one.
    public Optional<Runner> runner() {
        return runs.onStage();
    }

    void send(Command command) {
        if (host.holds(command)) {
            inform(LessonHost.WAITS);
            return;
        }
        runs.send(command);
    }

    /// Starts over with a new seed.
    void reseed() {
        host.forgetPredictions();
        runs.reseed();
    }

    /// Made when it is first asked for.
    Playground playground() {
        return opener.playground();
    }

    /// Takes the keyboard to the grid editor, or back to the experiment.
    void editGrid() {
        if (playground().node().getScene() == null) {
            openPlayground();
        }
        playground().toggleEditor();
    }

    /// The lesson that is open, if one is.
    Optional<LessonChecker.Checked> lesson() {
        return slot.lesson();
    }

    LessonSlot slot() {
        return slot;
    }

    /// The runs of what is open.
    Runs runs() {
        return runs;
    }

    /// The window as a picture.
    Still still() {
        return still;
    }

    /// Colours and size of text.
    WindowStyle style() {
        return style;
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

    /// What the window does for those who see, hear or move otherwise.
    AccessChoices access() {
        return access;
    }

    /// The page with all keys.
    KeysPage keys() {
        return keys;
    }

    Workbench bench() {
        return bench;
    }

    private void scale(double textScale) {
        panes.scale(textScale);
        libraryPane.scale(textScale);
        bench.scale(textScale);
    }

    PaneSet panes() {
        return panes;
    }

    /// Takes on a palette.
    public void use(Palette wanted) {
        style.use(wanted);
    }

    private void dress(Palette seen) {
        transport.use(seen);
        for (Pane pane : panes.all()) {
            pane.use(seen);
        }
        opener.use(seen);
        pump.refresh();
    }

    void togglePresenter() {
        bench.present(!bench.presenting());
        presenter.end();
        style.again();
        reload();
        pump.refresh();
    }

    /// A sentence for the user, across the top, until the next one.
    void notice(String sentence) {
        notices.say(sentence);
    }

    /// Takes a sentence away, if it is still there.
    void withdraw(String sentence) {
        notices.withdraw(sentence);
    }

    /// A sentence about something that went well.
    void inform(String sentence) {
        notices.inform(sentence);
    }

    @Override
    public void close() {
        pump.stop();
        slot.close();
        runs.close();
        lab.close();
        course.study().close();
    }
}
