package rewardscope.ui.equation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.agent.Components;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;

/// The TD error on a line of its own, `δ = target − Q(S,A) = 0.81 − 0.5 = 0.31`, for the updates whose equation has it
/// only as a bracket.
///
/// @param old the component that holds the value before the update
/// @param oldLatex its symbol in the equation
record TdErrorLine(String old, String oldLatex) {
    static Optional<TdErrorLine> of(StepEvent event) {
        Map<String, Object> values = Components.of((Record) event);
        boolean whole = values.get("tdError") instanceof Double && values.get("target") instanceof Double;
        var terms = event.equation().lines().stream()
                .flatMap(List::stream)
                .filter(Equation.Term.class::isInstance)
                .map(Equation.Term.class::cast)
                .toList();
        if (!whole || terms.stream().anyMatch(term -> term.component().equals("tdError"))) {
            return Optional.empty();
        }
        return terms.stream()
                .filter(term -> term.component().equals("qOld") || term.component().equals("vOld"))
                .map(term -> new TdErrorLine(term.component(), term.latex()))
                .findFirst();
    }

    /// One row: the symbols, then the numbers.
    Box.Row row(Leaves.Workshop workshop, double size) {
        return new Box.Row(List.of(
                ink(workshop, "{\\delta = \\mathrm{target} - {" + oldLatex + "} ={}\\;}", size, 0),
                new Leaves.Term(workshop, "target", "{}", size, false),
                ink(workshop, "{-}", size, 0.16),
                new Leaves.Term(workshop, old, "{}", size, true),
                ink(workshop, "{=}", size, 0.24),
                new Leaves.Term(workshop, "tdError", "{}", size, false)));
    }

    private static Box ink(Leaves.Workshop workshop, String latex, double size, double gap) {
        return new Leaves.Ink(workshop, "", latex, size, gap * size, false);
    }
}
