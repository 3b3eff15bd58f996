package rewardscope.ui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import rewardscope.language.feedback.Annotator;
import rewardscope.language.feedback.Crowd;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.Tally;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.math.RandomStream;
import rewardscope.sim.Failures;
import rewardscope.sim.Intervention;
import rewardscope.store.DiskTrouble;

/// What people are asked about answers, and what they said. A label is on the disk before it is counted and before the
/// run learns from it; taking one back works the same way. One that the disk refuses waits for the next, and goes there
/// before it.
///
/// Everything here is called from one thread; only the disk has its own.
public final class LabelModel {
    /// The kinds of feedback, in the order of their keys.
    public enum Kind {
        CHOICE("Choose", "Which answer is better?", 2),
        RANKING("Rank", "Order the answers from best to worst.", 4),
        RATING("Rate", "How good is this answer?", 1),
        HARM("Okay or harmful", "Does this answer do harm?", 1),
        CORRECTION("Correct", "Write a better answer. It becomes a demonstration.", 1),
        REMARK("Comment", "Say in your own words what you think of it.", 1);

        private final String title;
        private final String task;
        private final int answers;

        Kind(String title, String task, int answers) {
            this.title = title;
            this.task = task;
            this.answers = answers;
        }

        public String title() {
            return title;
        }

        public String task() {
            return task;
        }

        /// How many answers it is about.
        public int answers() {
            return answers;
        }
    }

    /// Questions that are wanted from the run.
    ///
    /// @param model who shall write the answers; empty for the fine-tuned one, or the furthest that there is
    /// @param from number of the first
    public record Request(String annotator, Optional<String> model, int from, int count, int answers) {}

    private record Given(Question question, Kind kind) {}

    private static final int AHEAD = 4;

    private final LabelBook book;
    private final World world;
    private final Executor disk;
    private final Executor window;
    private final Consumer<Intervention> run;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Deque<Given> given = new ArrayDeque<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final List<Integer> ranked = new ArrayList<>();
    private Optional<Question> question = Optional.empty();
    private Optional<Request> pending = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Kind kind = Kind.CHOICE;
    private String annotator = "class";
    private List<Feedback> kept = List.of();
    private Tally tally;
    private Optional<Path> file = Optional.empty();
    private Optional<Path> earlier = Optional.empty();
    private final Deque<Feedback> refused = new ArrayDeque<>(); // the disk's
    private String trouble = "";
    private int simulated;
    private boolean barren;
    private Runnable changed = () -> {};

    /// @param book where labels are kept
    /// @param disk where they are written
    /// @param window where what was written is told: the thread that calls everything here
    /// @param run what is done to the run
    public LabelModel(LabelBook book, World world, Executor disk, Executor window, Consumer<Intervention> run) {
        this.book = book;
        this.world = world;
        this.disk = disk;
        this.window = window;
        this.run = run;
        tally = Tally.of(List.of(), world);
        onDisk(() -> {
            var found = book.earlier();
            return () -> earlier = found;
        });
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

    /// Who writes the answers; empty for the fine-tuned model.
    public void model(Optional<String> wanted) {
        if (!wanted.equals(model)) {
            model = wanted;
            askAnew();
            changed.run();
        }
    }

    /// Forgets the questions that nobody has answered: the model that wrote them has changed.
    public void askAnew() {
        question = Optional.empty();
        waiting.clear();
        pending = Optional.empty();
        barren = false;
        ranked.clear();
    }

    /// The question that is open now.
    public Optional<Question> question() {
        return question;
    }

    /// What to ask the run for, if few questions are left and nothing has been asked for yet.
    public Optional<Request> wanted() {
        if (barren || pending.isPresent() || waiting.size() >= AHEAD / 2) {
            return Optional.empty();
        }
        int from = 1 + asked.getOrDefault(key(), 0) + waiting.size() + (question.isPresent() ? 1 : 0);
        pending = Optional.of(new Request(annotator, model, from, AHEAD, kind.answers()));
        return pending;
    }

    private String key() {
        return kind.answers() + " " + annotator;
    }

    /// Questions have come; those that were asked for before the kind or the annotator changed are passed over.
    public void ready(Request request, List<Question> questions) {
        if (!pending.equals(Optional.of(request))) {
            return;
        }
        pending = Optional.empty();
        barren = questions.isEmpty();
        waiting.addAll(questions);
        next();
        changed.run();
    }

    /// Whether it waits for questions that were asked for.
    public boolean isWaiting() {
        return question.isEmpty() && pending.isPresent();
    }

    private void next() {
        if (question.isEmpty() && !waiting.isEmpty()) {
            question = Optional.of(waiting.removeFirst());
            ranked.clear();
            judgeForSimulated();
        }
    }

    /// Passes over the open question.
    public void skip() {
        question.ifPresent(_ -> {
            asked.merge(key(), 1, Integer::sum);
            question = Optional.empty();
            next();
            changed.run();
        });
    }

    public void choose(Verdict verdict) {
        ask(Kind.CHOICE, q -> give(new Feedback.Choice(
                q.prompt().text(), answer(q, 0), answer(q, Math.min(1, q.answers().size() - 1)), verdict, annotator)));
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
            ask(Kind.RATING, q -> give(new Feedback.Rating(q.prompt().text(), answer(q, 0), rating, annotator)));
        }
    }

    public void harm(boolean harmful) {
        ask(Kind.HARM, q -> give(new Feedback.Harm(q.prompt().text(), answer(q, 0), harmful, annotator)));
    }

    /// Gives a better answer, if every word of it is known and it is another one.
    public void correct(String text) {
        String written = String.join(" ", WordCompletion.words(text));
        ask(Kind.CORRECTION, q -> {
            if (new WordCompletion(world.vocabulary()).unknown(written).isEmpty() && !written.isEmpty()
                    && !written.equals(answer(q, 0))) {
                give(new Feedback.Correction(q.prompt().text(), answer(q, 0), written, annotator));
            }
        });
    }

    public void remark(String text) {
        ask(Kind.REMARK, q -> {
            if (!text.isBlank()) {
                give(new Feedback.Remark(q.prompt().text(), answer(q, 0), text.strip(), annotator));
            }
        });
    }

    private void ask(Kind meant, Consumer<Question> answered) {
        if (kind == meant) {
            question.ifPresent(answered);
        }
    }

    private static String answer(Question question, int i) {
        return question.answers().get(i);
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
        if (simulated > 0 && kind == Kind.CHOICE && question.isPresent()) {
            simulated--;
            Question q = question.get();
            var judge = new Annotator("simulated", Annotator.Taste.FAIR, 0.5, false);
            var random = RandomStream.named(q.number(), "simulated annotator " + q.prompt().text() + q.answers());
            double a = judge.utility(world.judge(q.prompt(), ended(answer(q, 0))));
            double b = judge.utility(world.judge(q.prompt(), ended(answer(q, q.answers().size() - 1))));
            give(new Feedback.Choice(q.prompt().text(), answer(q, 0), answer(q, q.answers().size() - 1),
                    judge.prefers(a, b, random) ? Verdict.A : Verdict.B, judge.name()));
        }
    }

    private int[] ended(String answer) {
        return world.ended(answer);
    }

    /// First to the disk, then into the run; the next question comes at once.
    private void give(Feedback label) {
        asked.merge(key(), 1, Integer::sum);
        given.addLast(new Given(question.orElseThrow(), kind));
        onDisk(() -> {
            refused.addLast(label);
            return keepRefused();
        });
        question = Optional.empty();
        next();
        changed.run();
    }

    /// Tries once more what the disk refused.
    void keepWhatWaits() {
        onDisk(this::keepRefused);
    }

    /// Writes what waits, the oldest first. What could be written is in the run, whatever becomes of the rest.
    private Runnable keepRefused() throws IOException {
        while (!refused.isEmpty()) {
            Feedback label = refused.getFirst();
            book.give(label);
            refused.removeFirst();
            window.execute(() -> run.accept(new Intervention.Label(label)));
        }
        return () -> {};
    }

    /// Takes back the last pick of a ranking, or else the last label; its question is open again.
    public void undo() {
        if (!ranked.isEmpty()) {
            ranked.removeLast();
            changed.run();
            return;
        }
        simulated = 0;
        onDisk(() -> {
            if (!refused.isEmpty()) {
                refused.removeLast(); // it was never kept
                return this::reopen;
            }
            var taken = book.takeBack();
            return () -> taken.ifPresent(label -> {
                run.accept(new Intervention.Retraction(label));
                reopen();
            });
        });
    }

    private void reopen() {
        if (!given.isEmpty()) {
            Given last = given.removeLast();
            question.ifPresent(waiting::addFirst);
            if (last.kind().answers() != kind.answers()) {
                waiting.clear();
                pending = Optional.empty();
            }
            kind = last.kind();
            question = Optional.of(last.question());
            asked.merge(key(), -1, Integer::sum);
        }
    }

    /// Adds the labels of another file to this set and to the run.
    public void take(Path set) {
        onDisk(() -> {
            var taken = book.take(set);
            return () -> {
                given.clear();
                earlier = Optional.empty();
                taken.forEach(label -> run.accept(new Intervention.Label(label)));
            };
        });
    }

    /// Gives all labels of this set to a run that does not have them: it was started over, or is another one.
    public void giveAllToRun() {
        kept.forEach(label -> run.accept(new Intervention.Label(label)));
    }

    public void saveAs(Path set) {
        onDisk(() -> {
            book.copyTo(set);
            return () -> {};
        });
    }

    /// A newer set of an earlier sitting, to go on with.
    public Optional<Path> earlier() {
        return kept.isEmpty() ? earlier : Optional.empty();
    }

    /// The labels that are on the disk and stand.
    public List<Feedback> labels() {
        return kept;
    }

    public Optional<Path> file() {
        return file;
    }

    public Tally tally() {
        return tally;
    }

    /// What went wrong with the disk, as a sentence; empty if nothing did.
    public String trouble() {
        return trouble;
    }

    private String sentence(Exception e) {
        String why = e instanceof IOException io && io.getMessage() != null && !io.getMessage().endsWith(".")
                ? DiskTrouble.what(book.file().orElse(book.folder()), io)
                : Failures.reason(e);
        String end = why.endsWith(".") ? "" : ".";
        return switch (refused.size()) {
            case 0 -> "The disk refused that: " + why + end;
            case 1 -> "This label is not kept yet: " + why + end + " The next one takes it along.";
            default -> refused.size() + " labels are not kept yet: " + why + end + " The next one takes them along.";
        };
    }

    private interface Work {
        Runnable onDisk() throws IOException;
    }

    private void onDisk(Work work) {
        disk.execute(() -> {
            Runnable then;
            try {
                then = work.onDisk();
            } catch (IOException | RuntimeException e) {
                String sentence = sentence(e);
                window.execute(() -> {
                    trouble = sentence;
                    simulated = 0;
                    changed.run();
                });
                return;
            }
            var labels = book.labels();
            var where = book.file();
            window.execute(() -> {
                boolean news = labels.size() != kept.size() || !labels.equals(kept);
                trouble = "";
                kept = labels;
                file = where;
                tally = news ? Tally.of(labels, world) : tally;
                then.run();
                changed.run();
            });
        });
    }
}
