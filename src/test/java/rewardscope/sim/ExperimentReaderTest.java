package rewardscope.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.Schedule;
import rewardscope.env.grid.GridSpec;
import rewardscope.env.preset.Presets;
import rewardscope.env.track.TrackSpec;
import rewardscope.lesson.Problem;
import rewardscope.lesson.Problems;

class ExperimentReaderTest {
    private static final Path FILE = Path.of("rat.yaml");

    private static final String RAT =
            """
            environment: {type: linear-track, states: 6}
            agent: {type: q-learning, alpha: 0.5, gamma: 0.9, epsilon: 0.1}
            seed: 7
            """;

    private static List<String> problems(String yaml) {
        return ExperimentReader.read(FILE, yaml).problems().stream().map(Problem::text).toList();
    }

    private static Experiment read(String yaml, String... overrides) {
        var problems = new Problems(FILE);
        var list = Arrays.stream(overrides)
                .flatMap(o -> ExperimentOverride.parse(o, problems).stream())
                .toList();
        var checked = ExperimentReader.read(FILE, yaml, list);
        assertThat(checked.problems()).isEmpty();
        assertThat(problems.sorted()).isEmpty();
        return checked.experiment().orElseThrow();
    }

    @Test
    void aMisspeltKeyDoesNotHideWhatElseIsWrongWithTheEnvironment() {
        String yaml = """
                environment:
                  type: gridworld
                  layout: |
                    S.X
                  step-rewrd: -1
                agent: {type: q-learning}
                """;
        assertThat(problems(yaml)).hasSize(2).anyMatch(text -> text.contains("step-rewrd")).anyMatch(text ->
                text.contains("`X`"));
    }

    @Test
    void aKeyThatCouldNotBeReadIsReportedOnce() {
        assertThat(problems("environment: {type: gridworld, layuot: S.G}\nagent: {type: q-learning}"))
                .singleElement() // not that `layout` is missing as well
                .satisfies(text -> assertThat(text).endsWith("Did you mean `layout`?"));
        assertThat(problems("environment: {type: linear-track, states: none}\nagent: {type: q-learning}"))
                .hasSize(1);
    }

    @Test
    void slidersStandInOneOrderForAllAgents() {
        var agent = ExperimentReader.read(FILE, "environment: {preset: aima-4x3}\nagent: {type: sarsa-lambda}")
                .experiment()
                .orElseThrow()
                .createAgent();
        assertThat(View.parameters(agent).stream().map(p -> p.spec().name()).limit(4))
                .containsExactly("alpha", "gamma", "epsilon", "lambda");
    }

    @Test
    void aNumberOutOfRangeIsToldTheRangeAndOneThatIsNoneIsToldWhy() {
        assertThat(problems(
                        """
                        environment: {type: linear-track, states: 1e30, goal-reward: -1e13, step-reward: .inf}
                        agent: {type: q-learning, alpha: 1e400, gamma: .nan}
                        """))
                .extracting(line -> line.substring(line.indexOf('`')))
                .containsExactly(
                        "`states` is 1e30, out of range. Write a whole number between 2 and 10000",
                        "`goal-reward` is -1e13, out of range. Write a number between -1e12 and 1e12",
                        "`step-reward` is `.inf`, which is infinite. Write a finite number between -1e12 and 1e12",
                        "`alpha` is `1e400`, which is infinite. Write a finite number between 0 and 1",
                        "`gamma` is `.nan`, which is not a number. Write a finite number between 0 and 1");
        assertThat(problems("environment: {type: linear-track, goal-reward: Infinity}\nagent: {type: q-learning}"))
                .singleElement()
                .asString()
                .endsWith("this is the text `Infinity`. Write a finite number between -1e12 and 1e12");
    }

    @Test
    void threeMistakesGiveThreeMessagesEachWithItsPlaceAndItsCure() {
        assertThat(problems(
                        """
                        environment: {type: linear-track, states: six}
                        agent:
                          type: q-learning
                          epsilom: 0.1
                          alpha: 1.5
                        """))
                .containsExactly(
                        "rat.yaml:1:43: error: `states` has to be a whole number, and this is the text `six`. "
                                + "Write a whole number between 2 and 10000",
                        "rat.yaml:4:3: error: `epsilom` is not a key of the agent `q-learning`. "
                                + "Did you mean `epsilon`?",
                        "rat.yaml:5:10: error: `alpha` is 1.5, out of range. Write a number between 0 and 1");
    }

    @Test
    void theContractsExampleIsUnderstood() {
        var experiment = read(
                """
                environment:
                  type: gridworld
                  layout: |
                    ...G
                    .#.P
                    S...
                  cells:
                    G: {reward: 1, terminal: true, collect: exit}
                    P: {reward: -1, terminal: true, collect: exit}
                  step-reward: -0.04
                  noise: 0.2
                agent: {type: value-iteration, gamma: 1.0}
                seed: 1
                stop: {sweeps: 50}
                """);
        assertThat(experiment.environment()).isInstanceOfSatisfying(GridSpec.class, grid -> {
            assertThat(grid.layout()).containsExactly("...G", ".#.P", "S...");
            assertThat(grid.noise()).isEqualTo(0.2);
            assertThat(grid.cells().get('P').reward()).isEqualTo(-1);
        });
        assertThat(experiment.stop()).isEqualTo(Stop.afterSweeps(50));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsSoundWithAnAgentThatFits(String preset) {
        var agent = preset.equals("ten-armed-testbed") ? "{type: q-learning}" : "{type: value-iteration}";
        var checked = ExperimentReader.read(FILE, "environment: {preset: " + preset + "}\nagent: " + agent);
        if (preset.equals("ten-armed-testbed")) {
            assertThat(checked.problems()).hasSize(1);
            assertThat(checked.problems().getFirst().message()).startsWith("`q-learning` cannot work here: ");
        } else {
            assertThat(checked.problems()).isEmpty();
        }
    }

    static List<String> presets() {
        return Presets.names();
    }

    @Test
    void anAuthorsKeysGoOverThePresetsOnes() {
        var experiment = read(
                """
                environment:
                  preset: aima-4x3
                  noise: 0
                  cells:
                    P: {reward: -5}
                agent: {type: value-iteration}
                """);
        var grid = (GridSpec) experiment.environment();
        assertThat(grid.noise()).isZero();
        assertThat(grid.stepReward()).isEqualTo(-0.04);
        assertThat(grid.cells().get('P').reward()).isEqualTo(-5);
        assertThat(grid.cells().get('P').terminal()).isTrue();
        assertThat(grid.cells().get('G').reward()).isEqualTo(1);
    }

    @Test
    void aFaultOfALayoutStandsAtItsCell() {
        assertThat(problems(
                        """
                        environment:
                          type: gridworld
                          layout: |
                            ..G
                            S.x
                          cells: {G: {terminal: true}}
                        agent: {type: value-iteration}
                        """))
                .containsExactly("rat.yaml:5:7: error: `x` is not declared under `cells`");
    }

    @Test
    void aGoalThatNoWayLeadsToIsReportedAtItsCell() {
        assertThat(problems(
                        """
                        environment:
                          type: gridworld
                          layout: |
                            G.#P
                            S.#.
                          cells:
                            G: {terminal: true, reward: 1}
                            P: {terminal: true, reward: 10}
                        agent: {type: value-iteration}
                        """))
                .containsExactly("rat.yaml:4:8: error: the cell `P` at 0,3 cannot be reached from the start");
    }

    @Test
    void probabilitiesThatDoNotSumToOneAreReportedWhereTheyAre() {
        assertThat(problems(
                        """
                        environment:
                          type: mdp
                          states: [A, B]
                          actions: [go]
                          terminal: [B]
                          transitions:
                            - {from: A, action: go, to: B, p: 0.5, reward: 1}
                        agent: {type: value-iteration}
                        """))
                .singleElement()
                .asString()
                .startsWith("rat.yaml:7:7: error: ")
                .contains("0.5");
    }

    @Test
    void schedulesAreReadInAllTheirForms() {
        assertThat(read(RAT, "agent.epsilon={from: 1.0, to: 0.05, over: 500}").agentValues().get("epsilon"))
                .isEqualTo(new Schedule.Linear(1, 0.05, 500));
        assertThat(read(RAT, "agent.epsilon={from: 1.0, decay: 0.995}").agentValues().get("epsilon"))
                .isEqualTo(new Schedule.Decay(1, 0.995));
        assertThat(read(RAT, "agent.epsilon=1/episode").agentValues().get("epsilon"))
                .isEqualTo(new Schedule.OneOverEpisode());
        assertThat(read(RAT, "agent.epsilon=0.25").agentValues().get("epsilon"))
                .isEqualTo(new Schedule.Constant(0.25));
    }

    @Test
    void keysCanBeSetFromOutsideAndTheSourceSaysSo() {
        var experiment = read(RAT, "agent.alpha=1", "environment.states=4", "seed=9", "stop.episodes=3");
        assertThat(experiment.agentValues().get("alpha")).isEqualTo(new Schedule.Constant(1));
        assertThat(((TrackSpec) experiment.environment()).states()).isEqualTo(4);
        assertThat(experiment.seed()).isEqualTo(9);
        assertThat(experiment.stop()).isEqualTo(Stop.afterEpisodes(3));
        assertThat(experiment.source().get("stop")).isEqualTo(Map.of("episodes", 3L));
    }

    @Test
    void aWrongOverrideIsNamedAsThePlaceOfItsProblem() {
        var problems = new Problems(FILE);
        var override = ExperimentOverride.parse("agent.alhpa=0.5", problems).orElseThrow();
        assertThat(ExperimentReader.read(FILE, RAT, List.of(override)).problems())
                .extracting(Problem::text)
                .containsExactly("--set agent.alhpa=0.5:1:1: error: `alhpa` is not a key of the agent `q-learning`. "
                        + "Did you mean `alpha`?");
    }

    @Test
    void anUnknownAgentBringsTheNearestName() {
        assertThat(problems("environment: {type: linear-track}\nagent: {type: q-lerning}"))
                .containsExactly("rat.yaml:2:15: error: there is no agent `q-lerning`. Did you mean `q-learning`?");
    }

    @Test
    void anAgentThatCannotWorkSaysWhyAndNamesOnesThatCan() {
        assertThat(problems("environment: {type: linear-track, continuous: true}\nagent: {type: value-iteration}"))
                .singleElement()
                .asString()
                .startsWith("rat.yaml:2:15: error: `value-iteration` cannot work here: it plans with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "[1, 2]", "a: [", "&a [*a]", "x: !!java.net.URL [a]", "\u0000", "- - - -"})
    void whatIsNoExperimentIsAProblemAndNoException(String yaml) {
        var checked = ExperimentReader.read(FILE, yaml);
        assertThat(checked.experiment()).isEmpty();
        assertThat(checked.problems()).isNotEmpty();
    }

    @Test
    void everyAgentIsFoundByItsName() {
        assertThat(AgentCatalogue.all()).isNotEmpty().allSatisfy(type -> assertThat(AgentCatalogue.named(type.name()))
                .contains(type));
    }
}
