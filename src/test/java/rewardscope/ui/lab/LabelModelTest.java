package rewardscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rewardscope.language.Worlds;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.LabelStore;
import rewardscope.language.stage.Question;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.World;
import rewardscope.sim.Intervention;

class LabelModelTest {
    private static final List<String> ANSWERS = List.of(
            "the cat eats fish .", "the cat eats bone .", "i do not know .", "you fool , the cat eats fish .");

    private final World world = Worlds.world("village");
    private final List<Intervention> run = new ArrayList<>();

    @TempDir
    Path folder;

    private LabelModel model;

    @BeforeEach
    void open() {
        model = fresh();
    }

    private LabelModel fresh() {
        return new LabelModel(new LabelBook(folder, "A little village"), world, Runnable::run, Runnable::run, run::add);
    }

    private void serve() {
        model.wanted().ifPresent(request -> model.ready(request, questions(request)));
    }

    private List<Question> questions(Questions.Request request) {
        var questions = new ArrayList<Question>();
        for (int n = request.from(); n < request.from() + request.count(); n++) {
            questions.add(new Question(n, n % Question.SHARED_EVERY == 0, "sft", prompt(n),
                    ANSWERS.subList(0, request.answers())));
        }
        return questions;
    }

    private Prompt prompt(int n) {
        return world.prompts(false).get(n);
    }

    private List<Feedback> onDisk() throws IOException {
        return LabelStore.read(model.file().orElseThrow()).labels();
    }

    @Test
    void aChoiceIsOnTheDiskBeforeTheRunLearnsFromIt() throws IOException {
        var seen = new ArrayList<Integer>();
        model = new LabelModel(new LabelBook(folder, "A little village"), world, Runnable::run, Runnable::run, done -> {
            try {
                seen.add(LabelStore.read(folder.resolve("a-little-village-1.jsonl")).labels().size());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        serve();
        model.choose(Verdict.A);
        model.choose(Verdict.TIE);
        assertThat(seen).containsExactly(1, 2);
        assertThat(onDisk()).containsExactly(
                new Feedback.Choice(prompt(1).text(), ANSWERS.get(0), ANSWERS.get(1), Verdict.A, "class"),
                new Feedback.Choice(prompt(2).text(), ANSWERS.get(0), ANSWERS.get(1), Verdict.TIE, "class"));
    }

    /// The disk and the window have threads of their own; here they do their work when the test says so.
    @Test
    void whatIsPressedWhileALabelIsOnItsWayToTheDiskIsNotASecondLabel() throws IOException {
        var disk = new ArrayDeque<Runnable>();
        var window = new ArrayDeque<Runnable>();
        model = new LabelModel(new LabelBook(folder, "A little village"), world, disk::add, window::add, run::add);
        serve();
        var first = model.question();
        model.choose(Verdict.A);
        model.choose(Verdict.B);
        model.skip();
        assertThat(model.question()).isEqualTo(first);
        assertThat(run).isEmpty();
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
        assertThat(run).as("on the disk, and the run does not know yet").isEmpty();
        assertThat(LabelStore.read(folder.resolve("a-little-village-1.jsonl")).labels()).hasSize(1);
        while (!window.isEmpty()) {
            window.remove().run();
        }
        assertThat(run).hasSize(1);
        assertThat(model.question()).isPresent().isNotEqualTo(first);
    }

    @Test
    void whoWritesIsTheFineTunedModelUnlessAnotherIsChosen() {
        assertThat(model.writer()).as("nobody has learned to speak").isEmpty();
        model.writers(List.of("policy", "base"));
        assertThat(model.writer()).contains("policy");
        model.writers(List.of("base", "sft", "ppo"));
        assertThat(model.writer()).contains("sft");
        serve();
        model.model(Optional.of("ppo"));
        assertThat(model.question()).as("what another one wrote is asked no more").isEmpty();
        assertThat(model.wanted().orElseThrow().model()).contains("ppo");
        model.writers(List.of("base", "sft"));
        assertThat(model.writer()).as("a run without that one").contains("sft");
    }

    @Test
    void undoTakesTheLabelFromDiskAndRunAndAsksTheSameAgain() throws IOException {
        serve();
        model.choose(Verdict.A);
        var open = model.question().orElseThrow();
        model.choose(Verdict.B);
        model.undo();
        assertThat(model.question()).contains(open);
        assertThat(onDisk()).hasSize(1);
        assertThat(run).last().isInstanceOf(Intervention.Retraction.class);
        model.undo();
        model.undo(); // nothing is left to take back
        assertThat(onDisk()).isEmpty();
        assertThat(run).hasSize(4);
        assertThat(model.question().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aRankingIsGivenWhenOnlyOneAnswerIsLeft() throws IOException {
        model.kind(Kind.RANKING);
        serve();
        model.rank(2);
        model.rank(2); // once is enough
        model.rank(0);
        model.undo(); // the pick, not a label
        assertThat(model.ranked()).containsExactly(2);
        model.rank(3);
        assertThat(model.labels()).isEmpty();
        model.rank(1);
        assertThat(onDisk()).containsExactly(new Feedback.Ranking(prompt(1).text(),
                List.of(ANSWERS.get(2), ANSWERS.get(3), ANSWERS.get(1), ANSWERS.get(0)), "class"));
    }

    @Test
    void everyOtherKindIsKeptAsItWasSaid() throws IOException {
        model.kind(Kind.RATING);
        serve();
        model.rate(6); // there is no such mark
        model.rate(4);
        model.kind(Kind.HARM);
        model.harm(true);
        model.kind(Kind.CORRECTION);
        model.correct("the cat eats pizza .");
        assertThat(model.labels()).as("a word that the world does not have").hasSize(2);
        serve();
        model.correct("The cat eats  fish, thank you for asking.");
        model.kind(Kind.REMARK);
        model.remark(" ");
        model.remark("true but rude");
        serve();
        assertThat(onDisk()).containsExactly(
                new Feedback.Rating(prompt(1).text(), ANSWERS.getFirst(), 4, "class"),
                new Feedback.Harm(prompt(2).text(), ANSWERS.getFirst(), true, "class"),
                new Feedback.Correction(prompt(3).text(), ANSWERS.getFirst(),
                        "the cat eats fish , thank you for asking .", "class"),
                new Feedback.Remark(prompt(4).text(), ANSWERS.getFirst(), "true but rude", "class"));
        assertThat(run).hasSize(4);
    }

    @Test
    void questionsForSomebodyElseArePassedOver() {
        var request = model.wanted().orElseThrow();
        model.annotator("row 2");
        model.ready(request, questions(request));
        assertThat(model.question()).isEmpty();
        assertThat(model.wanted().orElseThrow().annotator()).isEqualTo("row 2");
    }

    @Test
    void whereNobodyCanWriteItIsNotAskedForever() {
        model.ready(model.wanted().orElseThrow(), List.of());
        assertThat(model.wanted()).isEmpty();
        model.askAnew();
        assertThat(model.wanted()).isPresent();
    }

    @Test
    void aPersonNeverBearsTheNameOfASimulatedAnnotator() {
        model.annotator("eve");
        assertThat(model.annotator()).isEqualTo("eve (person)");
        model.annotator(" ");
        assertThat(model.annotator()).isEqualTo("class");
    }

    @Test
    void aLaterSittingGoesOnWithTheSetOfAnEarlierOne() throws IOException {
        serve();
        model.choose(Verdict.A);
        model.choose(Verdict.B);
        var labels = model.labels();
        model = fresh();
        run.clear();
        assertThat(model.earlier()).map(path -> path.getFileName().toString()).contains("a-little-village-1.jsonl");
        model.take(model.earlier().orElseThrow());
        assertThat(model.labels()).isEqualTo(labels);
        assertThat(run).hasSize(2);
        assertThat(model.file()).map(path -> path.getFileName().toString()).contains("a-little-village-2.jsonl");
        assertThat(onDisk()).isEqualTo(labels);
        run.clear();
        model.giveAllToRun();
        assertThat(run).hasSize(2);
    }

    @Test
    void aSimulatedAnnotatorMostlyAgreesWithTheRules() {
        model.simulate(40);
        for (int i = 0; i < 40; i++) {
            serve();
        }
        assertThat(model.labels()).hasSize(40);
        assertThat(model.tally().byAnnotator()).containsEntry("simulated", 40);
        assertThat(model.tally().likeTheRules()).isGreaterThan(30);
    }

    @Test
    void aDiskThatRefusesIsToldAndTheLabelIsNotCounted() throws IOException {
        Files.createFile(folder.resolve("taken"));
        model = new LabelModel(new LabelBook(folder.resolve("taken"), "v"), world, Runnable::run, Runnable::run, run::add);
        serve();
        model.choose(Verdict.A);
        assertThat(model.trouble()).startsWith("This label is not kept yet:").contains("taken cannot be written");
        assertThat(model.labels()).isEmpty();
        assertThat(run).isEmpty();
    }

    @Test
    void aLabelThatTheDiskRefusedGoesThereBeforeTheNext() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("taken"));
        model = new LabelModel(new LabelBook(folder.resolve("taken"), "v"), world, Runnable::run, Runnable::run, run::add);
        serve();
        model.choose(Verdict.A);
        model.choose(Verdict.B);
        assertThat(model.trouble()).startsWith("2 labels are not kept yet:");
        Files.delete(inTheWay);
        model.choose(Verdict.TIE);
        assertThat(model.trouble()).isEmpty();
        assertThat(onDisk()).extracting(label -> ((Feedback.Choice) label).verdict())
                .containsExactly(Verdict.A, Verdict.B, Verdict.TIE);
        assertThat(run).hasSize(3);
    }

    @Test
    void aLabelThatTheDiskRefusedCanBeTakenBack() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("taken"));
        model = new LabelModel(new LabelBook(folder.resolve("taken"), "v"), world, Runnable::run, Runnable::run, run::add);
        serve();
        var first = model.question().orElseThrow();
        model.choose(Verdict.A);
        model.undo();
        assertThat(model.question()).contains(first);
        Files.delete(inTheWay);
        model.choose(Verdict.B);
        assertThat(onDisk()).extracting(label -> ((Feedback.Choice) label).verdict()).containsExactly(Verdict.B);
    }

    @Test
    void theLastWordCanBeCompletedAndUnknownOnesAreNamed() {
        var completion = new WordCompletion(world.vocabulary());
        assertThat(completion.completions("the cat li", 5)).containsExactly("live", "lives");
        assertThat(completion.completions("the cat ", 5)).isEmpty();
        assertThat(WordCompletion.completed("the cat li", "lives")).isEqualTo("the cat lives ");
        assertThat(completion.unknown("the cat eats Pizza.")).isEqualTo(Optional.of("pizza"));
        assertThat(completion.unknown("the cat eats fish.")).isEmpty();
    }
}
