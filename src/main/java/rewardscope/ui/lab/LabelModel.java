package rewardscope.ui.lab;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import rewardscope.language.feedback.Crowd;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.Tally;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.sim.Intervention;

/// What people are asked about answers, and what they said. A label is on the disk before it is counted and before the
/// run learns from it; taking one back works the same way. One that the disk refuses waits for the next, and goes there
/// before it.
///
/// Everything here is called from one thread; only the disk has its own.
public final class LabelModel {
    private static final List<String> USUAL_WRITERS = List.of("sft", "policy", "base");

    private record Given(Question question, Kind kind) {}

    private final World world;
    private final Consumer<Intervention> run;
    private final KeptLabels kept;
    private final Questions questions = new Questions();
    private final Deque<Given> given = new ArrayDeque<>();
    private final List<Integer> ranked = new ArrayList<>();
    private Kind kind = Kind.CHOICE;
    private String annotator = "class";
    private Optional<String> model = Optional.empty();
    private List<String> writers = List.of();
    private int simulated;
    private boolean underWay; // a label is on its way to the disk: until it is there, or refused, its question stays
    private Runnable changed = () -> {};

    /// @param book where labels are kept
    /// @param disk where they are written
    /// @param window where what was written is told: the thread that calls everything here
    /// @param run what is done to the run
    public LabelModel(LabelBook book, World world, Executor disk, Executor window, Consumer<Intervention> run) {
        this.world = world;
        this.run = run;
        kept = new KeptLabels(book, world, disk, window);
        kept.begin(() -> changed.run(), () -> simulated = 0, label -> run.accept(new Intervention.Label(label)));
    }

    /// Calls back after every change.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    public World world() {
        return world;
    }

    public Kind kind() {
        return kind;
    }

    public void kind(Kind wanted) {
        if (kind != wanted) {
            boolean others = kind.answers() != wanted.answers();
            kind = wanted;
            if (others) {
                askAnew();
            }
            ranked.clear();
            changed.run();
        }
    }

    public String annotator() {
        return annotator;
    }

    /// Names of simulated annotators are kept apart from people's.
    public void annotator(String name) {
        String asked = name.strip();
        String own = asked.isEmpty() ? "class" : Crowd.simulates(asked) ? asked + " (person)" : asked;
        if (!own.equals(annotator)) {
            annotator = own;
            askAnew();
            changed.run();
        }
    }

    /// Who shall write the answers; empty for the fine-tuned model, or the furthest before it.
    public void model(Optional<String> wanted) {
        if (!wanted.equals(model)) {
            model = wanted;
            askAnew();
            changed.run();
        }
    }

    /// The models that the run has now.
    void writers(List<String> models) {
        if (!models.equals(writers)) {
            writers = List.copyOf(models);
            changed.run();
        }
    }

    public List<String> writers() {
        return writers;
    }

    /// Who writes the answers; empty while there is no model.
    public Optional<String> writer() {
        return writer(model, writers);
    }

    /// The wanted one of these models, or the usual one.
    static Optional<String> writer(Optional<String> wanted, List<String> models) {
        return wanted.filter(models::contains).or(() -> USUAL_WRITERS.stream().filter(models::contains).findFirst());
    }

    /// Forgets the questions that nobody has answered: the model that wrote them has changed.
    public void askAnew() {
        questions.forget();
        ranked.clear();
    }

    /// The question that is open now.
    public Optional<Question> question() {
        return questions.open();
    }

    /// What to ask the run for, if few questions are left and nothing has been asked for yet.
    Optional<Questions.Request> wanted() {
        return questions.wanted(annotator, model, kind.answers());
    }

    /// Questions have come; those that were asked for before the kind or the annotator changed are passed over.
    void ready(Questions.Request request, List<Question> come) {
        if (questions.take(request, come)) {
            next();
            changed.run();
        }
    }

    /// Whether it waits for questions that were asked for.
    public boolean isWaiting() {
        return questions.isWaiting();
    }

    private void next() {
        if (questions.next()) {
            ranked.clear();
            judgeForSimulated();
        }
    }

    /// Passes over the open question.
    public void skip() {
        if (!underWay && question().isPresent()) {
            questions.close(question().get(), annotator, kind.answers());
            next();
            changed.run();
        }
    }

    public void choose(Verdict verdict) {
        ask(Kind.CHOICE, q -> give(new Feedback.Choice(
                q.prompt().text(), q.answers().getFirst(), q.answers().getLast(), verdict, annotator)));
    }

    /// The next best answer of a ranking; the last one follows by itself.
    ///
    /// @param answer from 0
    public void rank(int answer) {
        ask(Kind.RANKING, q -> {
            int n = q.answers().size();
            if (answer < n && !ranked.contains(answer)) {
                ranked.add(answer);
                if (ranked.size() >= n - 1) {
                    IntStream.range(0, n).filter(i -> !ranked.contains(i)).forEach(ranked::add);
                    give(new Feedback.Ranking(
                            q.prompt().text(), ranked.stream().map(q.answers()::get).toList(), annotator));
                } else {
                    changed.run();
                }
            }
        });
    }

    /// The answers that have a rank so far, best first.
    public List<Integer> ranked() {
        return List.copyOf(ranked);
    }

    /// @param rating 1 (bad) to 5 (good)
    public void rate(int rating) {
        if (rating >= 1 && rating <= 5) {
            ask(Kind.RATING, q -> give(new Feedback.Rating(
                    q.prompt().text(), q.answers().getFirst(), rating, annotator)));
        }
    }

    public void harm(boolean harmful) {
        ask(Kind.HARM, q -> give(new Feedback.Harm(
                q.prompt().text(), q.answers().getFirst(), harmful, annotator)));
    }

    /// Gives a better answer, if every word of it is known and it is another one.
    public void correct(String text) {
        String written = String.join(" ", WordCompletion.words(text));
        ask(Kind.CORRECTION, q -> {
            String answer = q.answers().getFirst();
            if (new WordCompletion(world.vocabulary()).unknown(written).isEmpty() && !written.isEmpty()
                    && !written.equals(answer)) {
                give(new Feedback.Correction(q.prompt().text(), answer, written, annotator));
            }
        });
    }

    public void remark(String text) {
        ask(Kind.REMARK, q -> {
            if (!text.isBlank()) {
                give(new Feedback.Remark(q.prompt().text(), q.answers().getFirst(), text.strip(), annotator));
            }
        });
    }

    private void ask(Kind meant, Consumer<Question> answered) {
        if (kind == meant && !underWay) {
            question().ifPresent(answered);
        }
    }

    /// Lets a simulated annotator of fair taste decide the next so many pairs, the open one first.
    public void simulate(int pairs) {
        kind(Kind.CHOICE);
        simulated = pairs;
        judgeForSimulated();
        changed.run();
    }

    /// How many pairs the simulated annotator still has before it.
    public int simulated() {
        return simulated;
    }

    private void judgeForSimulated() {
        if (simulated > 0 && !underWay && kind == Kind.CHOICE && question().isPresent()) {
            simulated--;
            give(SimulatedJudge.judge(world, question().get()));
        }
    }

    /// First to the disk, then into the run, and only then comes the next question: at no time is more than one label
    /// neither on the disk nor still to be given.
    private void give(Feedback label) {
        Given now = new Given(question().orElseThrow(), kind);
        String who = annotator;
        underWay = true;
        kept.give(label, () -> {
            underWay = false;
            given.addLast(now);
            questions.close(now.question(), who, now.kind().answers());
            next();
        });
        changed.run();
    }

    /// Tries once more what the disk refused.
    void keepWhatWaits() {
        kept.keepWhatWaits();
    }

    /// Takes back the last pick of a ranking, or else the last label; its question is open again.
    public void undo() {
        if (!ranked.isEmpty()) {
            ranked.removeLast();
            changed.run();
            return;
        }
        simulated = 0;
        kept.takeBack(label -> {
            run.accept(new Intervention.Retraction(label));
            reopen();
        }, this::reopen);
    }

    private void reopen() {
        if (!given.isEmpty()) {
            Given last = given.removeLast();
            boolean otherKind = last.kind().answers() != kind.answers();
            kind = last.kind();
            questions.reopen(last.question(), otherKind, annotator, kind.answers());
        }
    }

    /// Adds the labels of another file to this set and to the run.
    public void take(Path set) {
        kept.take(set, taken -> {
            given.clear();
            taken.forEach(label -> run.accept(new Intervention.Label(label)));
        });
    }

    /// Gives all labels of this set to a run that does not have them: it was started over, or is another one.
    public void giveAllToRun() {
        labels().forEach(label -> run.accept(new Intervention.Label(label)));
    }

    public void saveAs(Path set) {
        kept.copyTo(set);
    }

    /// A newer set of an earlier sitting, to go on with.
    public Optional<Path> earlier() {
        return kept.earlier();
    }

    /// The labels that are on the disk and stand.
    public List<Feedback> labels() {
        return kept.labels();
    }

    public Optional<Path> file() {
        return kept.file();
    }

    public Tally tally() {
        return kept.tally();
    }

    /// What went wrong with the disk, as a sentence; empty if nothing did.
    public String trouble() {
        return kept.trouble();
    }
}
