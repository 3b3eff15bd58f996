package rewardscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.StepEvent;
import rewardscope.agent.StepEvent.Place;
import rewardscope.agent.language.LanguageLook;
import rewardscope.env.FiniteMdp;
import rewardscope.env.Layout;
import rewardscope.sim.View;

/// What the table shows of one view.
record Contents(View view) {

    /// A column of numbers.
    ///
    /// @param action −1 for V and traces
    record Column(String title, Kind kind, int action) {}

    enum Kind {
        V,
        Q,
        TRACE,
        /// What a language model gave a token of the prompt.
        TOKEN_PROBABILITY,
        /// The share of that token in the loss.
        SURPRISE,
        /// What it gives the likeliest token after it.
        NEXT_PROBABILITY
    }

    int rows() {
        return switch (view.world()) {
            case View.World.Finite finite -> finite.model().states();
            case View.World.Arms arms -> arms.means().length;
            case View.World.Language(LanguageLook look) -> look.next().size();
            default -> 0;
        };
    }

    /// Whether a row is an action of the only situation there is, rather than a state.
    boolean arms() {
        return view.world() instanceof View.World.Arms;
    }

    String firstTitle() {
        return arms() ? "arm" : view.world() instanceof View.World.Language ? "prompt" : "state";
    }

    List<Column> columns() {
        var columns = new ArrayList<Column>();
        View.Learned learned = view.learned();
        if (arms()) {
            if (learned.q().isPresent()) {
                columns.add(new Column("Q", Kind.Q, -1));
            }
            return columns;
        }
        if (view.world() instanceof View.World.Language && rows() > 0) {
            columns.add(new Column("p", Kind.TOKEN_PROBABILITY, -1));
            columns.add(new Column("−log p", Kind.SURPRISE, -1));
            columns.add(new Column("largest p next", Kind.NEXT_PROBABILITY, -1));
            return columns;
        }
        if (!(view.world() instanceof View.World.Finite finite)) {
            return columns;
        }
        if (learned.v().isPresent()) {
            columns.add(new Column("V", Kind.V, -1));
        }
        if (learned.q().isPresent()) {
            FiniteMdp model = finite.model();
            for (int a = 0; a < model.actions(); a++) {
                columns.add(new Column("Q " + model.actionName(a), Kind.Q, a));
            }
        }
        if (learned.traces().isPresent()) {
            columns.add(new Column("trace", Kind.TRACE, -1));
        }
        return columns;
    }

    String name(int row) {
        if (view.world() instanceof View.World.Language(LanguageLook look)) {
            String token = look.prompt().get(row);
            return (row + 1) + "  " + (token.equals(" ") ? "␣" : token.equals("\n") ? "↵" : token);
        }
        return view.world() instanceof View.World.Finite finite
                ? finite.layout() instanceof Layout.Grid ? "(" + finite.layout().stateName(row) + ")" : finite.layout().stateName(row)
                : Integer.toString(row);
    }

    /// NaN where there is nothing to show.
    double value(int row, Column column) {
        View.Learned learned = view.learned();
        return switch (column.kind()) {
            case V -> learned.v().map(v -> v[row]).orElse(Double.NaN);
            case TRACE -> learned.traces().map(t -> t[row]).orElse(Double.NaN);
            case Q ->
                learned.q().map(q -> arms() ? q[0][row] : q[row][column.action()]).orElse(Double.NaN);
            case TOKEN_PROBABILITY -> look().promptProbability()[row];
            case SURPRISE -> -Math.log(look().promptProbability()[row]);
            case NEXT_PROBABILITY -> look().next().get(row).getFirst().probability();
        };
    }

    private LanguageLook look() {
        return ((View.World.Language) view.world()).look();
    }

    /// Whether a Q entry is the largest of its row, the row not being all alike.
    boolean greedy(int row, Column column) {
        if (column.kind() != Kind.Q || arms() || view.learned().q().isEmpty()) {
            return false;
        }
        double[] q = view.learned().q().get()[row];
        double best = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (double value : q) {
            best = Double.isNaN(value) ? best : Math.max(best, value);
            least = Double.isNaN(value) ? least : Math.min(least, value);
        }
        return q[column.action()] == best && best > least;
    }

    Place place(int row, Column column) {
        return arms() ? new Place(0, row) : new Place(row, column.action());
    }

    /// The row that shows a place.
    int rowOf(Place place) {
        return arms() ? place.action() : place.state();
    }

    Optional<Place> changed() {
        return view.event().flatMap(StepEvent::changed);
    }
}
