package rewardscope.ui.lesson;

import java.util.Optional;
import javafx.scene.Node;
import rewardscope.lesson.Expected;
import rewardscope.lesson.Response;
import rewardscope.lesson.Verdict;

/// Where a learner answers: a field, options, a table, a grid of arrows.
interface AnswerField {
    Node node();

    /// The answer as it stands; empty if it is not complete yet.
    Optional<Response> read();

    /// What is missing, as a sentence, when [#read] is empty.
    String missing();

    /// Marks what is right and what is wrong, in shape as well as colour.
    void mark(Verdict verdict);

    /// Takes the marks away again.
    void unmark();

    /// Lets the answer be changed, or not.
    void setEditable(boolean editable);

    /// The right answer in words.
    String words(Expected expected);
}
