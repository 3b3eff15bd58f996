package rewardscope.lesson;

import java.util.ArrayList;
import java.util.List;

/// Where in a lesson's file links and formulas stand, collected while it is read.
final class Places {
    private final List<Lesson.PlacedLink> links = new ArrayList<>();
    private final List<Lesson.PlacedFormula> formulas = new ArrayList<>();

    void link(LinkTarget target, int line, int column) {
        links.add(new Lesson.PlacedLink(target, line, column));
    }

    /// A formula whose commands were eaten by double quotes has a problem already.
    void formula(String latex, int line, int column) {
        if (latex.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            return;
        }
        formulas.add(new Lesson.PlacedFormula(latex, line, column));
    }

    List<Lesson.PlacedLink> links() {
        return List.copyOf(links);
    }

    List<Lesson.PlacedFormula> formulas() {
        return List.copyOf(formulas);
    }
}
