package rewardscope.env.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rewardscope.env.FiniteMdp;

/// What holds in every gridworld, however odd.
class GridWorldLaws {
    private record Shape(int rows, int columns, List<Character> symbols) {}

    @Provide
    Arbitrary<GridSpec> grids() {
        var shapes = Combinators.combine(Arbitraries.integers().between(1, 5), Arbitraries.integers().between(2, 6))
                .as((r, c) -> new int[] {r, c})
                .flatMap(size -> Arbitraries.of('.', '.', '.', '.', '#', 'T', 'E', 'c', 'r')
                        .list()
                        .ofSize(size[0] * size[1] - 1)
                        .map(symbols -> new Shape(size[0], size[1], symbols)));
        return Combinators.combine(
                        shapes,
                        Arbitraries.of(4, 8, 9),
                        Arbitraries.doubles().between(0, 1).ofScale(3),
                        Arbitraries.integers().between(0, 3).list().ofSize(6),
                        Arbitraries.of(true, false))
                .as(GridWorldLaws::grid);
    }

    private static GridSpec grid(Shape shape, int moves, double noise, List<Integer> wind, boolean stochastic) {
        var text = new StringBuilder("S");
        shape.symbols().forEach(text::append);
        var rows = new ArrayList<String>();
        for (int r = 0; r < shape.rows(); r++) {
            rows.add(text.substring(r * shape.columns(), (r + 1) * shape.columns()));
        }
        return new GridSpec.Builder(rows)
                .cell('T', CellSpec.terminal(1))
                .cell('E', CellSpec.exit(2))
                .cell('c', CellSpec.paying(3))
                .cell('r', CellSpec.reset(-4))
                .moves(moves)
                .noise(noise)
                .wind(wind.subList(0, shape.columns()))
                .stochasticWind(stochastic)
                .build();
    }

    @Property
    void theProbabilitiesOfEveryPairSumToOne(@ForAll("grids") GridSpec spec) {
        FiniteMdp model = new GridWorld(spec).model();
        for (int s = 0; s < model.states(); s++) {
            for (int a : model.availableActions(s)) {
                double sum = model.outcomes(s, a).stream()
                        .mapToDouble(FiniteMdp.Outcome::probability)
                        .sum();
                assertThat(sum).isEqualTo(1, within(1e-12));
            }
        }
    }

    @Property
    void withoutNoiseAndGustsEveryActionHasOneOutcome(@ForAll("grids") GridSpec spec) {
        var calm = new GridSpec(
                spec.maze(), spec.layout(), spec.cells(), 0, 0, spec.moves(), 0, spec.wind(), false, spec.maxSteps(),
                spec.startState());
        FiniteMdp model = new GridWorld(calm).model();
        for (int s = 0; s < model.states(); s++) {
            for (int a : model.availableActions(s)) {
                assertThat(model.outcomes(s, a)).hasSize(1);
            }
        }
    }

    @Property
    void nobodyEverStandsInAWallOrInAResetCell(@ForAll("grids") GridSpec spec) {
        var world = new GridWorld(spec);
        FiniteMdp model = world.model();
        for (int s = 0; s < model.states(); s++) {
            for (int a : model.availableActions(s)) {
                for (var outcome : model.outcomes(s, a)) {
                    int r = world.layout().rowOf()[outcome.next()];
                    int c = world.layout().columnOf()[outcome.next()];
                    assertThat(spec.layout().get(r).charAt(c)).isNotIn('#', 'r');
                }
            }
        }
    }

    @Property
    void withoutWindAMoveGoesToANeighbourOrNowhereOrBackToTheStart(@ForAll("grids") GridSpec spec) {
        var still = new GridSpec(
                spec.maze(), spec.layout(), spec.cells(), 0, 0, spec.moves(), spec.noise(), List.of(), false,
                spec.maxSteps(), spec.startState());
        var world = new GridWorld(still);
        int[] rowOf = world.layout().rowOf();
        int[] columnOf = world.layout().columnOf();
        int start = world.layout().stateAt()[0][0];
        for (int s = 0; s < rowOf.length; s++) {
            for (int a : world.model().availableActions(s)) {
                for (var outcome : world.model().outcomes(s, a)) {
                    int n = outcome.next();
                    int distance = Math.max(Math.abs(rowOf[s] - rowOf[n]), Math.abs(columnOf[s] - columnOf[n]));
                    assertThat(distance <= 1 || n == start && outcome.reward() == -4).isTrue();
                }
            }
        }
    }
}
