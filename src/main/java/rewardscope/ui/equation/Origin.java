package rewardscope.ui.equation;

import java.util.Optional;
import rewardscope.sim.View;

/// Where a number of an equation comes from: the table, the world, the model, a setting, or the act itself.
final class Origin {
    private Origin() {}

    /// Name, exact value and origin of a number, for its tooltip.
    ///
    /// @param view what the run shows, if there is one
    static String words(Cell cell, Optional<View> view) {
        String name = Names.component(cell.component);
        String value = cell.there() ? Figures.exact(cell.value()) : "not in this record";
        return name + " = " + value + "\n" + of(cell, view) + "\nClick: what it means";
    }

    private static String of(Cell cell, Optional<View> view) {
        Optional<String> hyper = view.flatMap(v -> v.parameters().stream()
                .filter(p -> p.spec().name().equals(cell.component))
                .findFirst()
                .map(p -> p.spec().meaning()));
        if (hyper.isPresent()) {
            return hyper.get();
        }
        Optional<String> entry = cell.place().flatMap(p -> view.map(v -> Names.place(p, v.world())));
        if (cell.meaning == Meaning.REWARD) {
            return entry.map(_ -> "paid for the move into "
                            + Names.state(cell.place().get().state(), view.get().world()))
                    .orElse("paid by the world");
        }
        if (cell.component.equals("probability")) {
            return "from the model of the world";
        }
        return entry.map(name -> "from the table: " + name).orElse("worked out in this act");
    }
}
