package rewardscope.env.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.FiniteMdp;
import rewardscope.env.FiniteMdp.Outcome;
import rewardscope.env.Solve;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class GridWorldTest {
    private static List<Outcome> outcomes(GridSpec.Builder grid, String from, String action) {
        var world = new GridWorld(grid.build());
        return world.model().outcomes(at(world, from), Solve.action(world.model(), action));
    }

    private static int at(GridWorld world, String cell) {
        return world.layout().stateNamed(cell).orElseThrow();
    }

    private static Outcome to(GridSpec.Builder grid, String cell, double p, double reward) {
        return new Outcome(at(new GridWorld(grid.build()), cell), p, reward, false);
    }

    @Test
    void actionsAreNamedClockwiseStraightOnesFirst() {
        var grid = GridSpec.of("..");
        assertThat(model(grid).actionNames()).containsExactly("up", "right", "down", "left");
        assertThat(model(grid.moves(8)).actionNames())
                .containsExactly("up", "right", "down", "left", "up-right", "down-right", "down-left", "up-left");
        assertThat(model(grid.moves(9)).actionNames()).endsWith("up-left", "stay");
        assertThat(model(GridSpec.of(".G").cell('G', CellSpec.exit(1))).actionNames())
                .containsExactly("up", "right", "down", "left", "exit");
    }

    private static FiniteMdp model(GridSpec.Builder grid) {
        return new GridWorld(grid.build()).model();
    }

    @Test
    void aSlipGoesHalfToEitherSide() {
        var grid = GridSpec.of("""
                ...
                ...
                ...""").noise(0.2);
        assertThat(outcomes(grid, "1,1", "up"))
                .containsExactlyInAnyOrder(
                        to(grid, "0,1", 0.8, 0), to(grid, "1,0", 0.1, 0), to(grid, "1,2", 0.1, 0));
        assertThat(outcomes(grid.moves(9), "1,1", "up-right"))
                .containsExactlyInAnyOrder(
                        to(grid, "0,2", 0.8, 0), to(grid, "0,0", 0.1, 0), to(grid, "2,2", 0.1, 0));
        assertThat(outcomes(grid, "1,1", "stay")).containsExactly(to(grid, "1,1", 1, 0));
    }

    @Test
    void aWallOrTheEdgeStopsAMoveAndCostsTheBumpToo() {
        var grid = GridSpec.of(".#").stepReward(-1).bumpReward(-5);
        assertThat(outcomes(grid, "0,0", "right")).containsExactly(to(grid, "0,0", 1, -6));
        assertThat(outcomes(grid, "0,0", "up")).containsExactly(to(grid, "0,0", 1, -6));
        assertThat(outcomes(grid.moves(9), "0,0", "stay")).containsExactly(to(grid, "0,0", 1, -1));
    }

    @Test
    void enteringATerminalCellPaysItsRewardAndEnds() {
        var grid = GridSpec.of("SG").cell('G', CellSpec.terminal(10)).stepReward(-1);
        var world = new GridWorld(grid.build());
        assertThat(outcomes(grid, "0,0", "right")).containsExactly(new Outcome(at(world, "0,1"), 1, 9, true));
        assertThat(world.model().terminal(at(world, "0,1"))).isTrue();
    }

    @Test
    void anExitCellIsEnteredForNothingAndPaysOnLeaving() {
        var grid = GridSpec.of("SG").cell('G', CellSpec.exit(10)).stepReward(-1);
        var world = new GridWorld(grid.build());
        int g = at(world, "0,1");
        assertThat(outcomes(grid, "0,0", "right")).containsExactly(new Outcome(g, 1, -1, false));
        assertThat(world.model().availableActions(g)).containsExactly(Solve.action(world.model(), "exit"));
        assertThat(outcomes(grid, "0,1", "exit")).containsExactly(new Outcome(g, 1, 10, true));
        assertThat(world.model().available(at(world, "0,0"), Solve.action(world.model(), "exit")))
                .isFalse();
    }

    @Test
    void aCoinIsPaidOnEveryEntryButNotForStandingOnIt() {
        var grid = GridSpec.of(".c").cell('c', CellSpec.paying(3)).moves(9);
        assertThat(outcomes(grid, "0,0", "right")).containsExactly(to(grid, "0,1", 1, 3));
        assertThat(outcomes(grid, "0,1", "stay")).containsExactly(to(grid, "0,1", 1, 0));
        assertThat(outcomes(grid, "0,1", "right")).containsExactly(to(grid, "0,1", 1, 0));
    }

    @Test
    void everyActionFromACellWithToLeadsThere() {
        var grid = GridSpec.of("A.b").cell('A', CellSpec.leadingTo('b', 10)).noise(0.5);
        for (String action : List.of("up", "right", "down", "left")) {
            assertThat(outcomes(grid, "0,0", action)).containsExactly(to(grid, "0,2", 1, 10));
        }
        assertThat(outcomes(grid.noise(0), "0,1", "left")).containsExactly(to(grid, "0,0", 1, 0));
    }

    @Test
    void aResetPaysAndGoesOnFromAnyOfTheStarts() {
        var grid = GridSpec.of("""
                SC
                S.""").cell('C', CellSpec.reset(-99)).stepReward(-1);
        assertThat(outcomes(grid, "0,0", "right"))
                .containsExactlyInAnyOrder(to(grid, "0,0", 0.5, -100), to(grid, "1,0", 0.5, -100));
        assertThat(outcomes(grid.startState("1,1"), "0,0", "right"))
                .containsExactly(to(grid, "1,1", 1, -100));
    }

    @Test
    void episodesStartAtAnySOrElseInAnyFreeCell() {
        assertThat(starts(GridSpec.of("S.S"))).containsExactly(0.5, 0, 0.5);
        assertThat(starts(GridSpec.of(".#.TE").cell('T', CellSpec.terminal(0)).cell('E', CellSpec.exit(0))))
                .containsExactly(0.5, 0.5, 0, 0);
        assertThat(starts(GridSpec.of("S..").startState("0, 2"))).containsExactly(0, 0, 1);
    }

    private static double[] starts(GridSpec.Builder grid) {
        var model = model(grid);
        var p = new double[model.states()];
        for (int s = 0; s < p.length; s++) {
            p[s] = model.startProbability(s);
        }
        return p;
    }

    @Test
    void theWindOfTheColumnLeftFromPushesUpUntilAWallOrTheEdge() {
        var grid = GridSpec.of("""
                ..
                .#
                ..
                ..""").wind(List.of(2, 0));
        assertThat(outcomes(grid, "3,0", "right")).containsExactly(to(grid, "2,1", 1, 0));
        assertThat(outcomes(grid, "3,1", "left")).containsExactly(to(grid, "3,0", 1, 0));
        assertThat(outcomes(grid, "3,0", "up")).containsExactly(to(grid, "0,0", 1, 0));
        assertThat(outcomes(grid, "1,0", "down")).containsExactly(to(grid, "0,0", 1, 0));
        assertThat(outcomes(grid, "1,0", "right")).containsExactly(to(grid, "0,0", 1, 0));
    }

    @Test
    void movingDownAgainstAWindOfOneStaysInTheRowAtTheBottomToo() {
        var grid = GridSpec.of("""
                .
                .
                .""").wind(List.of(1)).bumpReward(-1);
        assertThat(outcomes(grid, "1,0", "down")).containsExactly(to(grid, "1,0", 1, 0));
        assertThat(outcomes(grid, "2,0", "down")).containsExactly(to(grid, "2,0", 1, 0));
    }

    @Test
    void aStochasticWindIsOneWeakerOrStrongerAThirdOfTheTimeEach() {
        var grid = GridSpec.of("""
                ..
                ..
                ..""").wind(List.of(1, 0)).stochasticWind(true);
        var outcomes = outcomes(grid, "2,0", "left");
        assertThat(outcomes).extracting(Outcome::next).containsExactlyInAnyOrder(4, 2, 0);
        assertThat(outcomes).allSatisfy(o -> assertThat(o.probability()).isEqualTo(1.0 / 3, within(1e-15)));
        assertThat(outcomes(grid, "2,1", "left")).hasSize(1);
    }

    @Test
    void anEpisodeIsTruncatedAtTheStepLimitAndItsStateKeepsItsFuture() {
        var world = GridSpec.of("S....").maxSteps(2).build().create(RandomStream.named(1, "environment"));
        world.reset();
        assertThat(world.step(1).endsEpisode()).isFalse();
        var last = world.step(1);
        assertThat(last.truncated()).isTrue();
        assertThat(last.terminated()).isFalse();
        assertThat(world.needsReset()).isTrue();
        assertThat(world.episode().length()).isEqualTo(2);
    }

    @Test
    void aRestoredWorldSlipsAsItDidBefore() {
        var world = GridSpec.of("""
                S...
                ....
                ....""").noise(0.5).build().create(RandomStream.named(3, "environment"));
        world.reset();
        for (int i = 0; i < 10; i++) {
            world.step(i % 4);
        }
        var snapshot = Snapshot.of(world);
        var first = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 50; i++) {
            first.add(world.step(i % 4).state());
        }
        snapshot.restore(world);
        assertThat(Snapshot.of(world)).isEqualTo(snapshot);
        for (int i = 0; i < 50; i++) {
            assertThat(world.step(i % 4).state()).isEqualTo(first.get(i));
        }
    }

    @Test
    void everythingWrongIsSaidAtOnceAndWhere() {
        var faults = GridSpec.of("""
                S.x
                ..
                y.A""")
                .cell('A', CellSpec.leadingTo('q', 1))
                .moves(5)
                .noise(1.5)
                .build()
                .faults();
        assertThat(faults)
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        List.of("moves"),
                        List.of("noise"),
                        List.of("layout", "0", "2"),
                        List.of("layout", "1"),
                        List.of("layout", "2", "0"));
    }

    @Test
    void aGoalBehindWallsIsAFaultAtTheStart() {
        var faults = GridSpec.of("S.#G").cell('G', CellSpec.terminal(1)).build().faults();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.path()).containsExactly("layout", "0", "0");
            assertThat(fault.message()).contains("no terminal cell can be reached");
        });
    }

    @Test
    void aStartStateMustBeACellThatOneCanStandIn() {
        var grid = GridSpec.of("S#T").cell('T', CellSpec.terminal(1)).stepReward(-1);
        for (String cell : List.of("0,1", "0,2", "5,5", "start")) {
            assertThat(grid.startState(cell).build().faults())
                    .extracting(Fault::path)
                    .containsExactly(List.of("start-state"));
        }
    }
}
