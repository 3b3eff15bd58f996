package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rewardscope.lesson.Problem;
import rewardscope.sim.LessonChecker;
import rewardscope.sim.share.SavedRun;
import rewardscope.ui.theme.Palette;

/// Puts a lesson or the playground on the desk, and what belongs to it: its runs, its title, its notes.
final class Opener implements LessonSlot.Room {
    private final Desk desk;
    private final LibraryPane library;
    private final Toolbar toolbar;
    private Optional<Playground> playground = Optional.empty();
    private Optional<String> missed = Optional.empty();
    private Optional<String> spoilt = Optional.empty();

    Opener(Desk desk, LibraryPane library, Toolbar toolbar) {
        this.desk = desk;
        this.library = library;
        this.toolbar = toolbar;
    }

    @Override
    public void opening(Path file, boolean again) {
        if (again) {
            desk.sessions().keep();
        }
        library.select(file);
    }

    @Override
    public void gone(Path file) {
        String sentence = file.getFileName() + " is not there any more. The lesson stays open as it was read, and is read"
                + " again when its file comes back.";
        missed = Optional.of(sentence);
        desk.notice(sentence);
    }

    @Override
    public void mistakes(LessonChecker.Checked loaded, boolean again) {
        if (again) {
            desk.panes().lesson().showProblems(loaded.problems()); // beside the last good version
        } else {
            desk.runs().close();
            desk.bench().setLesson(ProblemsPage.of(loaded.problems()));
        }
        spoilt.ifPresent(desk::withdraw);
        spoilt = Optional.of(sentence(loaded.problems(), again));
        sayMistakes();
    }

    private static String sentence(List<Problem> problems, boolean again) {
        Problem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
        return String.format(
                Locale.ROOT,
                "%s, line %d, column %d: %s (%s%s).",
                first.file().getFileName(),
                first.line(),
                first.column(),
                first.sentence().replaceFirst("\\.$", ""),
                again ? "the last good version stays" : "the lesson stays closed",
                more);
    }

    /// Mistakes of the lesson are listed with it; where the lesson is not in sight, the first stands above everything.
    void sayMistakes() {
        spoilt.ifPresent(desk.bench().lessonInSight() ? desk::withdraw : desk::notice);
    }

    @Override
    public CompletableFuture<Void> opened(LessonChecker.Checked opened, boolean again) {
        forgetTrouble(); // it came back, it is right now, or another one is open
        Optional<String> wanted = again ? desk.runs().active() : Optional.empty();
        desk.runs().close();
        desk.host().forgetPredictions();
        if (!again) {
            desk.lab().left();
        }
        var pane = desk.panes().lesson();
        pane.showProblems(List.of());
        var begun = pane.show(opened.lesson());
        desk.bench().setLesson(pane.node());
        toolbar.title(opened.lesson().header().title());
        desk.presenter().notes(opened.lesson().header().presenter());
        var simulations = opened.lesson().simulations().keySet();
        var before = desk.sessions().opened();
        wanted.or(() -> before)
                .filter(simulations::contains)
                .or(() -> simulations.stream().findFirst())
                .ifPresent(this::activate);
        return begun;
    }

    private void forgetTrouble() {
        missed.ifPresent(desk::withdraw);
        missed = Optional.empty();
        spoilt.ifPresent(desk::withdraw);
        spoilt = Optional.empty();
    }

    /// Puts a simulation of the lesson on the stage, where it was left.
    void activate(String simulation) {
        desk.lesson().flatMap(open -> Optional.ofNullable(open.experiments().get(simulation))).ifPresent(experiment -> {
            desk.runs().activate(simulation, experiment, desk.sessions()::begun);
            desk.panes().lesson().simulationOnStage(simulation);
            desk.bench().root().requestFocus();
        });
    }

    void openPlayground() {
        forgetTrouble();
        desk.runs().close();
        desk.lab().left();
        desk.slot().empty();
        library.selectPlayground();
        toolbar.title("Playground");
        desk.bench().setLesson(playground().node());
        playground().start();
        desk.sessions().openedPlayground();
        desk.bench().root().requestFocus();
    }

    /// Plays a run in the playground, from where it stands.
    void play(SavedRun run) {
        if (desk.lesson().isPresent() || playground.isEmpty()) {
            openPlayground();
        }
        desk.sessions().play(run);
    }

    /// Made when it is first asked for.
    Playground playground() {
        if (playground.isEmpty()) {
            playground = Optional.of(new Playground(desk));
            playground.get().use(desk.style().seen());
        }
        return playground.get();
    }

    /// What is written in the playground, if anybody has been there.
    String playgroundText() {
        return playground.map(Playground::text).orElse("");
    }

    void use(Palette seen) {
        playground.ifPresent(p -> p.use(seen));
    }
}
