package rewardscope.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A lesson, as far as it could be read.
///
/// @param header the front matter
/// @param text its blocks, in the order of reading
/// @param simulations by id, in the order of the text
/// @param unread ids of simulations whose text could not be read; problems of their own say why
/// @param exercises by id, in the order of the text
/// @param links every link, where it stands
/// @param formulas every formula, where it stands; one in a value of an exercise where the value begins
/// @param placeholders where the learner's own numbers were put
public record Lesson(
        Path file,
        Header header,
        List<Block> text,
        Map<String, SimulationText> simulations,
        Set<String> unread,
        Map<String, Exercise> exercises,
        List<PlacedLink> links,
        List<PlacedFormula> formulas,
        Placeholders placeholders) {

    /// A problem that was found in what the learner reads, at the column that the author wrote.
    public Problem written(Problem problem) {
        return placeholders.written(problem);
    }

    /// What a lesson says about itself.
    ///
    /// @param order its place in the unit
    /// @param minutes how long it takes, 0 if it does not say
    /// @param presenter notes for whoever shows it
    /// @param variants the values that a number may have, by its name: each learner sees one of them
    public record Header(
            String title,
            String unit,
            double order,
            int minutes,
            List<String> objectives,
            Optional<String> presenter,
            Map<String, List<String>> variants) {

        /// How many of [Variant.Nth] show every value once at least; 1 for a lesson that is the same for all.
        public int variantCount() {
            return variants.values().stream().mapToInt(List::size).max().orElse(1);
        }
    }

    /// A simulation's experiment, not yet read: `sim` knows what it means.
    ///
    /// @param line where its block begins, and
    /// @param column for problems
    public record SimulationText(String id, Node.Mapping experiment, int line, int column) {}

    public record PlacedLink(LinkTarget target, int line, int column) {}

    /// @param latex without dollars
    public record PlacedFormula(String latex, int line, int column) {}

    /// A lesson and what is wrong with it. The lesson holds everything that could be read.
    public record Parsed(Lesson lesson, List<Problem> problems) {
        public boolean sound() {
            return problems.isEmpty();
        }
    }
}
