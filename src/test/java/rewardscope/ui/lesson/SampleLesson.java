package rewardscope.ui.lesson;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import rewardscope.course.Act;
import rewardscope.course.Glossary;
import rewardscope.course.Progress;
import rewardscope.course.Study;
import rewardscope.env.FiniteEnvironment;
import rewardscope.lesson.Exercise;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Inline;
import rewardscope.lesson.Lesson;
import rewardscope.lesson.LessonReader;
import rewardscope.lesson.LinkTarget;
import rewardscope.sim.View;
import rewardscope.ui.Runs;

/// A lesson with something of everything, and a window that notes what it was asked.
final class SampleLesson {
    static final String TEXT = """
            ---
            title: The rat on the linear track
            unit: Temporal-difference learning
            order: 2
            minutes: 20
            objectives: [Compute a TD update by hand, Say why value moves backwards one state an episode]
            ---

            A rat runs along a track of **six cells** towards food. After each step it changes one number by the rule

            $$Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,[r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)]$$

            where $\\alpha$ is the step size and $\\gamma$ the *discount*. Everything in the bracket is the TD error
            $\\delta$; its `target` is $r + \\gamma \\max_{a'} Q(s',a')$, the best that the next state promises.

            ```simulation track
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
            seed: 7
            ```

            ```simulation grid
            environment:
              type: gridworld
              layout: |
                ..G
                S#.
              cells:
                G: {reward: 1, terminal: true}
            agent: {type: value-iteration, gamma: 0.9}
            ```

            ## What to watch

            First [run two episodes](do:track?episodes=2), then [look at state 3](show:track?state=3). A page on it is
            at [the book's site](http://incompleteideas.net/book/the-book.html).

            1. Value appears first beside the food.
            2. Each episode it moves **one state** back, because $\\max_{a'} Q(s',a')$ is zero before.

            | distance $d$ | after one episode | after two |
            | --- | ---: | ---: |
            | 1 | 0.5 | 0.75 |
            | 2 | 0 | 0.225 |

            > Value flows backwards, one state an episode.

            ```exercise after-two
            kind: number
            prompt: What is $Q(3, \\text{down})$ at the end of the second episode?
            answer: 0.225
            tolerance: 0.005
            hints: ["Which state-action pairs have a non-zero target?", "The target is $\\\\gamma$ times $0.5$."]
            explanation: Only the pair next to the one learned first has a target above zero.
            ```

            ```exercise why
            kind: choice
            prompt: Why does value move backwards only one state an episode?
            options:
              - {text: "Because $\\\\alpha < 1$", feedback: "With $\\\\alpha = 1$ it does so as well."}
              - Because each update looks one step ahead
            answer: Because each update looks one step ahead
            ```

            ```exercise arrows
            kind: policy
            simulation: grid
            prompt: Set the arrows to the best policy.
            answer: {simulation: grid, stop: {sweeps: 50}, read: policy}
            ```

            ```exercise fill
            kind: table
            prompt: Fill in the values after one sweep.
            states: ["0", "1"]
            actions: [up, down]
            answer: {"0": {up: 0, down: 0}, "1": {up: 0, down: 0}}
            ```

            ```exercise own
            kind: text
            prompt: Say in a sentence what bootstrapping is.
            answer: Learning an estimate from an estimate.
            ```

            Broken mathematics such as $\\foo$ is said to be so.
            """;

    private SampleLesson() {}

    static Lesson lesson() {
        return LessonReader.read(Path.of("sample.md"), TEXT).lesson();
    }

    /// Notes what it was asked, and knows the answers.
    static final class Window implements LessonActions {
        final Study study;
        final List<LinkTarget> followed = new ArrayList<>();
        final List<String> staged = new ArrayList<>();

        Window() {
            this(Study.ofNobody());
        }

        /// @param study where the learner's work goes
        Window(Study study) {
            this.study = study;
        }

        @Override
        public void follow(LinkTarget target) {
            followed.add(target);
        }

        @Override
        public void showOnStage(String simulation) {
            staged.add(simulation);
        }

        @Override
        public CompletableFuture<Optional<Expected>> expected(Exercise exercise) {
            return CompletableFuture.completedFuture(Optional.of(
                    switch (exercise) {
                        case Exercise.Number _ -> new Expected.Number(0.225);
                        case Exercise.Choice _ -> new Expected.Chosen(Set.of(1));
                        case Exercise.Table _ ->
                            new Expected.Table(Map.of(
                                    "0", Map.of("up", 0.0, "down", 0.0), "1", Map.of("up", 0.0, "down", 1.0)));
                        default ->
                            new Expected.Policy(Map.of(
                                    "0,0", Set.of("right"), "0,1", Set.of("right"),
                                    "1,0", Set.of("up"), "1,2", Set.of("up")));
                    }));
        }

        @Override
        public Optional<Progress.Standing> standing(Exercise exercise) {
            return study.progress().standing("sample.md", exercise.id());
        }

        @Override
        public CompletableFuture<Void> did(Exercise exercise, Act.Kind kind, Map<String, String> fields) {
            return study.add(new Act(Instant.EPOCH, "sample.md", exercise.id(), kind, fields)).thenRun(() -> {});
        }

        @Override
        public List<Glossary.Entry> symbols(String latex) {
            return List.of();
        }

        @Override
        public void define(Glossary.Entry entry) {}

        @Override
        public CompletableFuture<Tuning> tune(Exercise.Tune exercise, Map<String, String> settings) {
            return CompletableFuture.completedFuture(new Tuning(false, 3, 20, ""));
        }

        @Override
        public void pauseFor(Exercise.Predict exercise) {}

        @Override
        public void reveal(Exercise.Predict exercise) {}

        @Override
        public Optional<View.World.Finite> world(String simulation) {
            String yaml = """
                    environment:
                      type: gridworld
                      layout: |
                        ..G
                        S#.
                      cells:
                        G: {reward: 1, terminal: true}
                    agent: {type: value-iteration, gamma: 0.9}
                    """;
            return Runs.experiment(yaml).createAgent().environment() instanceof FiniteEnvironment finite
                    ? Optional.of(new View.World.Finite(finite.model(), finite.layout(), 0))
                    : Optional.empty();
        }

        @Override
        public Optional<Path> picture(Inline.Picture picture) {
            return Optional.empty();
        }
    }
}
