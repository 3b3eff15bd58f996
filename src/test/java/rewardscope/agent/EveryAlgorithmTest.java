package rewardscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rewardscope.env.FiniteEnvironment;
import rewardscope.math.Snapshot;
import rewardscope.sim.Catalogue;

/// What holds of every algorithm in the catalogue.
class EveryAlgorithmTest {
    private static final int ACTS = 500;

    static Stream<Stage> stages() {
        return Stage.all().stream();
    }

    @Test
    void namesInTheCatalogueAreUniqueAndKeysAreKebabCase() {
        assertThat(Catalogue.all()).extracting(AgentType::name).doesNotHaveDuplicates();
        for (AgentType type : Catalogue.all()) {
            assertThat(type.parameters()).extracting(ParameterSpec::name).doesNotHaveDuplicates();
            assertThat(type.parameters()).extracting(ParameterSpec::name).allMatch(key -> key.matches("[a-z-]+"));
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aRestoredSnapshotReplaysToTheSameEventAndTheSameStateBitForBit(Stage stage) {
        var agent = stage.agent(3);
        var atStart = Snapshot.of(agent);
        Snapshot at450 = atStart;
        StepEvent at499 = null;
        Snapshot after499 = atStart;
        for (int act = 1; act <= ACTS; act++) {
            StepEvent event = stage.step(agent);
            if (act == 450) {
                at450 = Snapshot.of(agent);
            }
            if (act == ACTS - 1) {
                at499 = event;
                after499 = Snapshot.of(agent);
            }
        }
        var atEnd = Snapshot.of(agent);
        StepEvent last = agent.event();

        for (var from : List.of(at450, atStart)) {
            from.restore(agent);
            assertThat(Snapshot.of(agent)).isEqualTo(from);
            for (int act = from == at450 ? 451 : 1; act < ACTS - 1; act++) {
                stage.beforeAct().accept(agent);
                agent.advance();
            }
            assertSame(stage.step(agent), Objects.requireNonNull(at499));
            assertThat(Snapshot.of(agent)).isEqualTo(after499);
            assertSame(stage.step(agent), last);
            assertThat(Snapshot.of(agent)).isEqualTo(atEnd);
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aFreshAgentTakesUpWhereAnotherWasSaved(Stage stage) {
        var agent = stage.agent(3);
        for (int act = 0; act < 57; act++) {
            stage.step(agent);
        }
        var fresh = stage.agent(99);
        Snapshot.of(agent).restore(fresh);
        for (int act = 0; act < 60; act++) {
            assertSame(stage.step(fresh), stage.step(agent));
        }
        assertThat(Snapshot.of(fresh)).isEqualTo(Snapshot.of(agent));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void theEquationWorkedOutFromTheRecordGivesItsLeftSide(Stage stage) {
        var agent = stage.agent(5);
        // language models compute in float32, and their records in float64
        double precision = stage.type().family() == Family.LANGUAGE ? 1e-5 : 1e-9;
        for (int act = 0; act < ACTS; act++) {
            StepEvent event = stage.step(agent);
            var known = componentNames((Record) event);
            assertThat(known).containsAll(event.equation().components().stream()
                    .filter(name -> !name.contains("."))
                    .toList());
            for (var line : EquationArithmetic.evaluate(event)) {
                assertThat(line.computed())
                        .as("act %d: %s", act, event)
                        .isCloseTo(line.shown(), within(precision * Math.max(1, Math.abs(line.shown()))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void agentsWithTheSameSeedDoTheSame(Stage stage) {
        var one = stage.agent(11);
        var other = stage.agent(11);
        for (int act = 0; act < ACTS; act++) {
            assertSame(stage.step(one), stage.step(other));
            assertThat(one.marks()).isEqualTo(other.marks());
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void anUnreadEventLeavesTheRunAlone(Stage stage) {
        var watched = stage.agent(11);
        var unwatched = stage.agent(11);
        for (int act = 0; act < ACTS; act++) {
            stage.step(watched);
            stage.beforeAct().accept(unwatched);
            unwatched.advance();
        }
        assertThat(Snapshot.of(unwatched)).isEqualTo(Snapshot.of(watched));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void theProbabilitiesOfEveryPolicySumToOne(Stage stage) {
        var agent = stage.agent(7);
        if (agent instanceof ActionProbabilities chooser && agent.environment() instanceof FiniteEnvironment world) {
            for (int act = 0; act < 300; act++) {
                stage.step(agent);
                for (int s = 0; s < world.model().states(); s++) {
                    double sum = Arrays.stream(chooser.policy(s)).sum();
                    assertThat(sum).isCloseTo(world.model().terminal(s) ? 0 : 1, within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aChangedHyperParameterShowsInTheNextActAndNotInTheLast(Stage stage) {
        for (var spec : stage.agent(13).hyperparameters().all().stream()
                .map(HyperParameter::spec)
                .toList()) {
            var agent = stage.agent(13);
            var unchanged = stage.agent(13);
            for (int act = 0; act < 100; act++) {
                stage.step(agent);
                stage.step(unchanged);
            }
            double value = 0.5 * (spec.min() + spec.max());
            StepEvent before = agent.event();
            agent.hyperparameters().change(spec.name(), new Schedule.Constant(value));
            assertSame(agent.event(), before);
            StepEvent next = stage.step(agent);
            Object shown = Components.of((Record) next).get(spec.name());
            if (shown instanceof Double number) {
                assertThat(number).as("%s in %s", spec.name(), next).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aStepIsMarkedExactlyWhenAnActionWasTaken(Stage stage) {
        var agent = stage.agent(17);
        if (!(agent.environment() instanceof FiniteEnvironment)) {
            return;
        }
        for (int act = 0; act < ACTS; act++) {
            StepEvent event = stage.step(agent);
            assertThat((agent.marks() & Mark.STEP) != 0)
                    .as("%s", event)
                    .isEqualTo(event.move().isPresent());
            if ((agent.marks() & Mark.EPISODE) != 0) {
                assertThat(agent.environment().episode().ended()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void placesAreEntriesOfTheTable(Stage stage) {
        var agent = stage.agent(19);
        if (!(agent.environment() instanceof FiniteEnvironment world)) {
            return;
        }
        for (int act = 0; act < ACTS; act++) {
            StepEvent event = stage.step(agent);
            var places = new ArrayList<StepEvent.Place>();
            event.changed().ifPresent(places::add);
            for (String component : componentNames((Record) event)) {
                event.place(component).ifPresent(places::add);
            }
            assertThat(places).allMatch(place -> place.state() >= 0
                    && place.state() < world.model().states()
                    && place.action() >= -1
                    && place.action() < world.model().actions());
        }
    }

    private static List<String> componentNames(Record event) {
        return List.copyOf(Components.of(event).keySet());
    }

    /// Equal in every component, bit for bit, whether it holds numbers, arrays, lists or records.
    private static void assertSame(StepEvent actual, StepEvent expected) {
        assertThat(actual.getClass()).isEqualTo(expected.getClass());
        assertThat(same(actual, expected)).as("%s%nis not%n%s", actual, expected).isTrue();
    }

    private static boolean same(Object one, Object other) {
        return switch (one) {
            case double[] numbers -> Arrays.equals(numbers, (double[]) other);
            case float[] numbers -> Arrays.equals(numbers, (float[]) other);
            case int[] numbers -> Arrays.equals(numbers, (int[]) other);
            case Object[] items -> same(Arrays.asList(items), Arrays.asList((Object[]) other));
            case List<?> items -> {
                var others = (List<?>) other;
                boolean equal = items.size() == others.size();
                for (int i = 0; equal && i < items.size(); i++) {
                    equal = same(items.get(i), others.get(i));
                }
                yield equal;
            }
            case Record item -> {
                boolean equal = item.getClass() == other.getClass();
                if (equal) {
                    var ours = Components.of(item);
                    var theirs = Components.of((Record) other);
                    equal = ours.keySet().stream()
                            .allMatch(name -> same(
                                    Objects.requireNonNull(ours.get(name)), Objects.requireNonNull(theirs.get(name))));
                }
                yield equal;
            }
            default -> one.equals(other);
        };
    }
}
