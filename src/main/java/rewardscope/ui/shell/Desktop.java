package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import rewardscope.compute.Devices;
import rewardscope.course.Study;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.sim.Command;
import rewardscope.sim.Failures;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.health.Finding;
import rewardscope.sim.health.SelfCheck;
import rewardscope.sim.share.Session;
import rewardscope.store.UserFolders;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.share.SessionFile;
import rewardscope.ui.share.SessionKeeper;
import rewardscope.ui.theme.Fonts;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Theme;

/// Starts JavaFX and opens a window, or draws one without a display.
public final class Desktop {
    private static final int MOST_LOOKS = 150;

    private Desktop() {}

    /// The folder with the lessons: beside the application, or in the working folder.
    public static Path lessonsFolder() {
        Path home = Path.of(System.getProperty("rewardscope.home", "."));
        return home.resolve("lessons");
    }

    /// What can be read and laid out while JavaFX is still starting.
    private record Ready(
            CompletableFuture<Study> study,
            CompletableFuture<SessionFile.Found> session,
            CompletableFuture<LessonLibrary> library,
            CompletableFuture<Optional<LessonChecker.Checked>> lesson,
            Formulas formulas,
            CompletableFuture<Void> fonts) {
        static Ready begin(Optional<Path> wanted, Supplier<Study> opened, Optional<SessionFile> kept) {
            var study = CompletableFuture.supplyAsync(opened);
            var session = CompletableFuture.supplyAsync(
                    () -> kept.map(SessionFile::read).orElse(SessionFile.Found.NOTHING));
            var formulas = new Formulas();
            Stores.formulas().forEach(formulas::recall);
            var library = CompletableFuture.supplyAsync(() -> LessonLibrary.of(lessonsFolder()));
            var file = library.thenCombine(session, (found, last) -> wanted.or(() -> last.session().isPresent()
                    ? Sessions.lesson(last.session().get(), found)
                    : found.lessons().stream().map(LessonLibrary.Entry::file).findFirst()));
            var lesson = file.thenCombineAsync(
                    study,
                    (found, whose) -> found.map(each -> LessonChecker.check(LessonReader.read(each, whose.variant()))));
            return new Ready(study, session, library, lesson, formulas, new CompletableFuture<>());
        }
    }

    /// Opens the app and returns when its window is closed.
    ///
    /// @param shared the text of a run to open
    /// @param device what neural networks compute on, by name; the best of the application's own if it is empty
    /// @param devices what the compute menu offers
    /// @param userData where the learner's work is kept
    public static void open(
            Optional<Path> lesson, Optional<String> shared, Optional<String> device, Devices devices, Path userData)
            throws InterruptedException {
        var kept = Optional.of(new SessionFile(userData));
        open(lesson, shared.isPresent(), () -> Study.open(userData), kept, () -> {}, desk -> {
            desk.offer(devices);
            shared.ifPresent(desk::openFirst);
            device.ifPresent(name -> CompletableFuture.supplyAsync(() -> devices.named(name))
                    .whenCompleteAsync((found, why) -> {
                        if (why == null) {
                            desk.use(found);
                        } else {
                            desk.notice(String.valueOf(why.getCause() == null ? why.getMessage() : why.getCause().getMessage()));
                        }
                    }, Platform::runLater));
        });
    }

    /// @param opened called on the JavaFX thread when the first lesson is on the desk
    public static void open(Optional<Path> lesson, Runnable opened) throws InterruptedException {
        open(lesson, false, Study::ofNobody, Optional.empty(), opened, _ -> {});
    }

    /// @param asked whether something else than a lesson is opened first
    /// @param kept where the session is kept, if it is
    /// @param made takes the desk before its window is shown
    static void open(
            Optional<Path> lesson,
            boolean asked,
            Supplier<Study> study,
            Optional<SessionFile> kept,
            Runnable opened,
            Consumer<Desk> made)
            throws InterruptedException {
        // Many small numbers change in a frame: each is a region of its own to JavaFX, not all that lies between them.
        System.setProperty("prism.dirtyregioncount", System.getProperty("prism.dirtyregioncount", "15"));
        var closed = new CountDownLatch(1);
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        var ready = Ready.begin(lesson, study, kept);
        Platform.startup(() -> {
            try {
                show(ready, kept, kept.isPresent() && lesson.isEmpty() && !asked, opened, made, closed);
            } catch (RuntimeException e) {
                failure.set(Optional.of(e));
                closed.countDown();
            }
        });
        loadFonts(ready);
        closed.await();
        Stores.keep(ready.formulas());
        Platform.exit();
        failure.get().ifPresent(e -> {
            throw new IllegalStateException(e.getMessage(), e);
        });
    }

    /// While the toolkit is still opening its connection to the display.
    private static void loadFonts(Ready ready) {
        try {
            Fonts.load();
            ready.fonts().complete(null);
        } catch (RuntimeException e) {
            ready.fonts().completeExceptionally(e);
        }
    }

    private static void show(
            Ready ready,
            Optional<SessionFile> kept,
            boolean greets,
            Runnable opened,
            Consumer<Desk> made,
            CountDownLatch closed) {
        var last = ready.session().join();
        var look = last.session().map(Session::appearance).orElse(Session.Appearance.USUAL);
        Theme.preload(look.dark() ? Palette.DARK : Palette.LIGHT);
        ready.fonts().join();
        var screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(look.width() > 0 ? look.width() : 1440, screen.getWidth());
        double height = Math.min(look.height() > 0 ? look.height() : 900, screen.getHeight());
        var desk = new Desk(ready.library().join(), ready.formulas(), ready.study().join(), width, height);
        last.session().ifPresent(desk.sessions()::takeUp);
        if (last.session().filter(session -> session.appearance().welcomed()).isPresent()) {
            desk.welcome().beenHere();
        }
        if (!last.trouble().isEmpty()) {
            desk.notice(desk.course().study().notice().map(said -> said + "\n").orElse("") + last.trouble());
        }
        var keeper = kept.map(desk.sessions()::keeper);
        made.accept(desk);
        var stage = new Stage();
        stage.setTitle("Rewardscope");
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> desk.notice("Something went wrong in the window ("
                + Failures.reason(e)
                + "). What is shown may be incomplete; the run itself is safe."));
        stage.setScene(desk.scene());
        stage.setMinWidth(Math.min(960, screen.getWidth()));
        stage.setMinHeight(Math.min(600, screen.getHeight()));
        stage.setMaximized(look.maximized());
        stage.setOnHidden(_ -> {
            keeper.ifPresent(SessionKeeper::close);
            desk.close();
            closed.countDown();
        });
        stage.show();
        ready.lesson()
                .thenComposeAsync(
                        read -> read.map(checked -> desk.show(CompletableFuture.completedFuture(checked)))
                                .orElseGet(() -> {
                                    desk.openPlayground();
                                    return CompletableFuture.completedFuture(null);
                                }),
                        Platform::runLater)
                .thenRunAsync(
                        () -> {
                            opened.run();
                            keeper.ifPresent(SessionKeeper::start);
                            if (greets && !desk.welcome().welcomed()) {
                                desk.welcome().greet();
                            }
                            var late = new ArrayList<>(desk.lateWork());
                            late.add(() -> icon(stage, desk));
                            late.add(() -> Thread.ofPlatform()
                                    .daemon()
                                    .priority(Thread.MIN_PRIORITY)
                                    .name("late")
                                    .start(() -> {
                                        ready.formulas().warmUp();
                                        Stores.keep(ready.formulas());
                                        checkQuietly(desk);
                                    }));
                            new LateWork(late).start();
                        },
                        Platform::runLater);
    }

    /// Says one sentence if something is wrong, and nothing otherwise.
    private static void checkQuietly(Desk desk) {
        Path home = Path.of(System.getProperty("rewardscope.home", "."));
        var wrong = new ArrayList<Finding>();
        // that nothing can be kept has been said already
        var folders = desk.course().study().trouble().isPresent() ? List.<Path>of() : List.of(UserFolders.cache());
        new SelfCheck(home, folders, new Devices(home.resolve("plugins")))
                .runWithoutDevices(finding -> {
                    if (!finding.well()) {
                        wrong.add(finding);
                    }
                });
        if (!wrong.isEmpty()) {
            Finding first = wrong.getFirst();
            String more = wrong.size() == 1 ? "" : " `rewardscope doctor` tells " + (wrong.size() - 1) + " more.";
            Platform.runLater(() -> desk.notice(first.subject() + ": " + first.sentence() + more));
        }
    }

    private static void icon(Stage stage, Desk desk) {
        try (var icon = Desktop.class.getResourceAsStream("/assets/icon.png")) {
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        } catch (IOException e) {
            desk.notice("The window's icon could not be read from this installation.");
        }
    }

    /// What a picture shows.
    ///
    /// @param width of the picture in pixels
    /// @param scale pixels per unit: 2 for a picture of a window half as wide, twice as sharp
    /// @param simulation the one on the stage; the lesson's first if it is empty
    /// @param steps acts done before the picture is taken
    public record Picture(
            Path lesson,
            Optional<String> simulation,
            int width,
            int height,
            double scale,
            boolean dark,
            boolean presenting,
            long steps,
            Path out) {}

    /// Draws the window at a lesson into a file, without a display.
    public static void render(Picture picture) throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.text", "t2k");
        var drawn = new CompletableFuture<Void>();
        Platform.startup(() -> {
            try {
                draw(picture, drawn);
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        });
        try {
            drawn.join();
        } finally {
            Platform.exit();
        }
    }

    /// No window is shown: the headless platform's own cannot be higher than a thousand pixels.
    private static void draw(Picture picture, CompletableFuture<Void> drawn) {
        Fonts.load();
        var desk = new Desk(
                lessonsFolder(), picture.width() / picture.scale(), picture.height() / picture.scale());
        desk.use(picture.dark() ? Palette.DARK : Palette.LIGHT);
        if (picture.presenting()) {
            desk.togglePresenter();
        }
        desk.still().layOut();
        desk.load(picture.lesson())
                .thenRunAsync(() -> picture.simulation().ifPresent(desk::activate), Platform::runLater)
                .thenRunAsync(() -> settle(desk, picture))
                .thenRunAsync(
                        () -> {
                            desk.still().prepare(picture.scale());
                            Pictures.save(desk.scene(), picture.scale(), picture.out());
                        },
                        Platform::runLater)
                .whenCompleteAsync(
                        (_, failure) -> {
                            desk.close();
                            if (failure == null) {
                                drawn.complete(null);
                            } else {
                                drawn.completeExceptionally(failure);
                            }
                        },
                        Platform::runLater);
    }

    /// Does the acts, waits until they are done, and lets the panes draw a few pulses.
    private static void settle(Desk desk, Picture picture) {
        try {
            var runner = desk.runner();
            if (runner.isPresent()) {
                if (picture.steps() > 0) {
                    runner.get().send(new Command.Step(Command.Unit.ACT, (int) picture.steps()));
                }
                for (int look = 0; look < 2; look++) { // what is seen first decides what else is looked at
                    runner.get().settle(frame -> onWindow(() -> {
                        desk.still().layOut();
                        desk.still().show(frame);
                        return true;
                    }));
                }
            }
            for (int i = 0; i < MOST_LOOKS && !onWindow(desk.still()::isDrawn); i++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T onWindow(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, Platform::runLater).join();
    }
}
