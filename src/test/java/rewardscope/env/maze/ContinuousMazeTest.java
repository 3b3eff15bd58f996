package rewardscope.env.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import rewardscope.env.EnvironmentSpec.Fault;
import rewardscope.env.grid.CellSpec;
import rewardscope.env.grid.GridSpec;
import rewardscope.math.RandomStream;
import rewardscope.math.Snapshot;

class ContinuousMazeTest {
    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 3;

    private static GridSpec.Builder tMaze() {
        return GridSpec.of("""
                e...F
                ##.##
                ##.##
                ##S##""").maze(true).cell('F', CellSpec.terminal(1)).cell('e', CellSpec.terminal(0));
    }

    private static ContinuousMaze make(GridSpec grid, double step, Double... start) {
        return new ContinuousMazeSpec(grid, step, List.of(start)).create(RandomStream.named(1, "environment"));
    }

    @Test
    void theRatStartsInTheMiddleOfTheStartCell() {
        assertThat(make(tMaze().build(), 0.1).reset()).containsExactly(2.5 / 5, 0.5 / 5);
        assertThat(make(tMaze().build(), 0.1, 0.5, 0.3).reset()).containsExactly(0.5, 0.3);
    }

    @Test
    void upRaisesYByAStepAndSidewaysAWallIsNear() {
        var maze = make(tMaze().bumpReward(-1).build(), 0.1);
        maze.reset();
        var up = maze.step(UP);
        assertThat(up.observation()).containsExactly(new double[] {0.5, 0.2}, within(1e-12));
        assertThat(up.reward()).isZero();
        var left = maze.step(LEFT);
        assertThat(left.observation()[0]).isEqualTo(2.1 / 5, within(1e-12)); // a tenth of a cell before the wall
        assertThat(left.reward()).isEqualTo(-1);
    }

    @Test
    void upTheStemAndIntoTheRightArmThereIsFood() {
        var maze = make(tMaze().stepReward(-0.01).build(), 0.1);
        maze.reset();
        for (int i = 0; i < 6; i++) {
            assertThat(maze.step(UP).endsEpisode()).isFalse();
        }
        assertThat(maze.step(RIGHT).endsEpisode()).isFalse();
        assertThat(maze.step(RIGHT).endsEpisode()).isFalse();
        var last = maze.step(RIGHT);
        assertThat(last.terminated()).isTrue();
        assertThat(last.reward()).isEqualTo(0.99, within(1e-12));
        assertThat(maze.episode().length()).isEqualTo(9);
    }

    @Test
    void aRestoredMazeGoesOnBitForBit() {
        var maze = make(tMaze().noise(0.5).maxSteps(1000).build(), 0.03);
        maze.reset();
        wander(maze, 100);
        var snapshot = Snapshot.of(maze);
        double[] seen = wander(maze, 200);
        snapshot.restore(maze);
        assertThat(wander(maze, 200)).containsExactly(seen);
    }

    private static double[] wander(ContinuousMaze maze, int steps) {
        for (int t = 0; t < steps; t++) {
            if (maze.step((t * 7 + t / 3) % 4).endsEpisode()) {
                maze.reset();
            }
        }
        return maze.observation();
    }

    @Property(tries = 200)
    void theRatNeverStandsInAWall(
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1) double step) {
        var grid = tMaze().moves(8).noise(0.2).build();
        var maze = make(grid, step);
        var plan = new MazePlan(grid);
        var policy = RandomStream.named(seed, "policy");
        maze.reset();
        for (int t = 0; t < 200; t++) {
            var outcome = maze.step(policy.below(8));
            double[] at = outcome.observation();
            assertThat(plan.inside(at[0] * plan.side(), at[1] * plan.side())).isTrue();
            if (outcome.endsEpisode()) {
                maze.reset();
            }
        }
    }

    @Test
    void aResetCellSendsTheRatBackToTheStart() {
        var grid = GridSpec.of("S.C").cell('C', CellSpec.reset(-99)).stepReward(-1).build();
        var maze = make(grid, 1.0 / 3);
        maze.reset();
        assertThat(maze.step(RIGHT).reward()).isEqualTo(-1);
        var fall = maze.step(RIGHT);
        assertThat(fall.reward()).isEqualTo(-100);
        assertThat(fall.endsEpisode()).isFalse();
        assertThat(fall.observation()).containsExactly(0.5 / 3, 0.5 / 3);
        assertThat(maze.step(DOWN).observation()[1]).isEqualTo(0.1 / 3, within(1e-12));
    }

    @Test
    void faultsSayWhatDoesNotGoTogether() {
        var grid = tMaze().cell('F', CellSpec.exit(1)).moves(9).wind(List.of(0, 0, 0, 0, 0)).build();
        assertThat(new ContinuousMazeSpec(grid, 0, List.of()).faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        List.of("step"), List.of("wind"), List.of("moves"), List.of("cells", "F", "collect"));
        for (var start : List.of(List.of(0.1, 0.1), List.of(0.9, 0.7), List.of(2.0, 0.5), List.of(0.5))) {
            assertThat(new ContinuousMazeSpec(tMaze().build(), 0.1, start).faults())
                    .extracting(Fault::path)
                    .containsExactly(List.of("start-state"));
        }
    }
}
