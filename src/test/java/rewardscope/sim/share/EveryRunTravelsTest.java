package rewardscope.sim.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.agent.Schedule;
import rewardscope.agent.Stage;
import rewardscope.lesson.LessonLibrary;
import rewardscope.lesson.LessonReader;
import rewardscope.sim.Command;
import rewardscope.sim.ExperimentWriter;
import rewardscope.sim.Frame;
import rewardscope.sim.Intervention;
import rewardscope.sim.LessonChecker;

/// A run that was copied as a text and opened elsewhere stands in the same state, bit for bit, whatever learns in it and
/// whatever was done to it.
class EveryRunTravelsTest {
    static Stream<Stage> stages() {
        return Stage.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void andStandsWhereItStoodBitForBit(Stage stage) {
        try (var sent = new Running(Running.experiment(yaml(stage))).acts(20)) {
            meddle(sent);
            sent.acts(17);
            try (var opened = Running.open(sent.text())) {
                assertThat(opened.frame().view().counts()).isEqualTo(sent.frame().view().counts());
                assertThat(opened.proof()).isEqualTo(sent.proof());
                opened.acts(9);
                sent.acts(9);
                assertThat(opened.proof()).as("and goes on the same").isEqualTo(sent.proof());
            }
        }
    }

    /// Moves the first slider, pushes, and chooses, wherever there is such a thing.
    private static void meddle(Running run) {
        Frame frame = run.frame();
        frame.view().parameters().stream().findFirst().ifPresent(parameter -> {
            var value = new Schedule.Constant(0.3 * parameter.spec().min() + 0.7 * parameter.spec().max());
            run.send(new Command.Intervene(new Intervention.ParameterChange(parameter.spec().name(), value)));
        });
        run.send(new Command.Intervene(new Intervention.Push(1.25, true)));
        for (int choice = 0; !frame.view().choices().isEmpty() && choice < 4; choice++) {
            run.send(new Command.Intervene(new Intervention.Choice(choice % frame.view().choices().size())));
            run.acts(1);
        }
    }

    /// The stage's agent in a world of its kind, as an author would write it.
    private static String yaml(Stage stage) {
        var agent = new LinkedHashMap<String, Object>();
        agent.put("type", stage.type().name());
        stage.values().forEach((key, value) -> agent.put(key, plain(value)));
        String environment =
                switch (stage.type().family()) {
                    case BANDIT ->
                        stage.name().contains("coins")
                                ? "{type: bandit, rewards: bernoulli, means: [0.2, 0.5, 0.7]}"
                                : "{type: bandit, arms: 4}";
                    case LANGUAGE ->
                        stage.name().contains("a text")
                                ? "{type: language, corpus: 'a rat ran to a cat, a cat sat on a mat, a bat ate. '}"
                                : "{type: language, world: tiny}";
                    default ->
                        stage.name().contains("cart-pole")
                                ? "{type: cart-pole, max-steps: 15}"
                                : stage.name().contains("pendulum")
                                        ? "{type: inverted-pendulum, max-steps: 11"
                                                + (stage.name().matches("(dqn|linear).*") ? ", actions: 7}" : "}")
                                        : stage.name().matches(".* in arms.*")
                                                ? "{type: bandit, arms: 3}"
                                                : "{type: linear-track, states: 6, max-steps: 25}";
                };
        return "environment: " + environment + "\nseed: 11\n" + ExperimentWriter.yaml(Map.of("agent", agent));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Schedule.Constant(double number) -> number;
            case Integer number -> number.longValue();
            case List<?> list -> list.stream().map(EveryRunTravelsTest::plain).toList();
            default -> value;
        };
    }

    @Test
    void soDoesEveryExperimentOfTheLessons() {
        var lessons = LessonLibrary.of(Path.of(System.getProperty("rewardscope.home"), "lessons"));
        for (var lesson : lessons.lessons()) {
            var checked = LessonChecker.check(LessonReader.read(lesson.file()));
            checked.experiments().forEach((name, experiment) -> {
                var shared = new Shared(
                        SavedRun.fresh(experiment.withSeed(77)), lesson.header().title(), Optional.empty());
                var read = RunText.read(RunText.write(shared));
                assertThat(read.trouble()).as(lesson.header().title() + " " + name).isEmpty();
                var back = read.shared().orElseThrow();
                assertThat(back.title()).isEqualTo(shared.title());
                assertThat(back.run().source()).isEqualTo(shared.run().source());
                assertThat(back.run().experiment().seed()).isEqualTo(77);
                assertThat(back.run().experiment().agentValues().keySet())
                        .isEqualTo(experiment.agentValues().keySet());
            });
        }
    }
}
