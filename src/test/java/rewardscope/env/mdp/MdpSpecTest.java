package rewardscope.env.mdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.FiniteMdp.Outcome;
import rewardscope.env.MdpEnvironment;
import rewardscope.math.RandomStream;

class MdpSpecTest {
    private static final MdpSpec.Step WORK = new MdpSpec.Step("home", "work", "office", 0.9, 2);
    private static final MdpSpec.Step STUCK = new MdpSpec.Step("home", "work", "home", 0.1, -1);
    private static final MdpSpec.Step REST = new MdpSpec.Step("home", "rest", "home", 1, 0);
    private static final MdpSpec.Step RETIRE = new MdpSpec.Step("office", "rest", "beach", 1, 5);

    private static MdpSpec spec(Map<String, Double> start, Optional<String> startState, MdpSpec.Step... steps) {
        return new MdpSpec(
                List.of("home", "office", "beach"),
                List.of("work", "rest"),
                List.of(steps),
                List.of("beach"),
                start,
                MdpEnvironment.UNLIMITED,
                startState);
    }

    private static List<List<String>> faultyPlaces(MdpSpec spec) {
        return spec.faults().stream().map(Fault::path).toList();
    }

    @Test
    void aWrittenOutProcessIsPlayedAsWritten() {
        var spec = spec(Map.of(), Optional.empty(), WORK, STUCK, REST, RETIRE);
        assertThat(spec.faults()).isEmpty();
        var model = spec.create(RandomStream.named(1, "environment")).model();
        assertThat(model.outcomes(0, 0))
                .containsExactly(new Outcome(1, 0.9, 2, false), new Outcome(0, 0.1, -1, false));
        assertThat(model.outcomes(1, 1)).containsExactly(new Outcome(2, 1, 5, true));
        assertThat(model.available(1, 0)).isFalse();
        assertThat(model.terminal(2)).isTrue();
    }

    @Test
    void withoutAStartEveryStateThatIsNotTerminalIsEquallyLikely() {
        var model = spec(Map.of(), Optional.empty(), WORK, STUCK, REST, RETIRE).model();
        assertThat(model.startProbability(0)).isEqualTo(0.5);
        assertThat(model.startProbability(1)).isEqualTo(0.5);
        assertThat(model.startProbability(2)).isZero();
    }

    @Test
    void aStartStateComesBeforeTheStart() {
        var model = spec(Map.of("home", 1.0), Optional.of("office"), WORK, STUCK, REST, RETIRE).model();
        assertThat(model.startProbability(1)).isEqualTo(1);
    }

    @Test
    void probabilitiesMustSumToOne() {
        assertThat(faultyPlaces(spec(Map.of(), Optional.empty(), REST, WORK, RETIRE)))
                .containsExactly(List.of("transitions", "1"));
        assertThat(faultyPlaces(spec(Map.of("home", 0.3), Optional.empty(), REST, WORK, STUCK, RETIRE)))
                .containsExactly(List.of("start"));
    }

    @Test
    void everyNameMustBeKnownAndAllFaultsAreSaidAtOnce() {
        var odd = new MdpSpec.Step("hme", "wrk", "offce", 1, 0);
        assertThat(faultyPlaces(spec(Map.of(), Optional.of("bech"), WORK, STUCK, RETIRE, odd)))
                .containsExactlyInAnyOrder(
                        List.of("transitions", "3", "from"),
                        List.of("transitions", "3", "action"),
                        List.of("transitions", "3", "to"),
                        List.of("start-state"));
    }

    @Test
    void nothingFollowsATerminalStateAndSomethingFollowsEveryOther() {
        var after = new MdpSpec.Step("beach", "rest", "home", 1, 0);
        assertThat(faultyPlaces(spec(Map.of(), Optional.empty(), WORK, STUCK, after)))
                .containsExactlyInAnyOrder(List.of("transitions", "2", "from"), List.of("states", "1"));
    }

    @Test
    void aTerminalStateThatNobodyReachesIsAFault() {
        var loop = new MdpSpec.Step("office", "rest", "home", 1, 0);
        assertThat(faultyPlaces(spec(Map.of("home", 1.0), Optional.empty(), WORK, STUCK, loop)))
                .containsExactly(List.of("terminal"));
    }
}
