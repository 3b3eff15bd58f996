package rewardscope.ui.lab;

import java.util.Locale;
import java.util.stream.Collectors;
import rewardscope.language.feedback.Tally;
import rewardscope.language.stage.Question;

/// What the page on which people judge says about their labels.
final class LabelWords {
    private LabelWords() {}

    /// Where the labels are, and what is asked now.
    static String note(LabelModel model, int inRun) {
        String asked = model.question()
                .map(q -> "Question " + q.number() + ", answered by the model “" + q.model() + "”"
                        + (q.shared() ? ", put to everybody who judges. " : ". "))
                .orElse("");
        int kept = model.labels().size();
        String where = model.file()
                .filter(_ -> kept > 0)
                .map(file -> kept + (kept == 1 ? " label is" : " labels are") + " on the disk, in "
                        + file.getFileName() + ". ")
                .orElse("Each label is on the disk at once. ");
        return asked + where + (inRun > 0 ? "This run learns from " + inRun + "." : "");
    }

    /// How the labels agree with the rules and with each other; empty without any.
    static String tally(Tally tally) {
        if (tally.labels() == 0) {
            return "";
        }
        var text = new StringBuilder();
        if (tally.comparisons() > 0) {
            text.append(String.format(Locale.ROOT,
                    "As the world's rules would have it: %d of %d pairs (%.0f %%). ",
                    tally.likeTheRules(), tally.comparisons(),
                    100.0 * tally.likeTheRules() / tally.comparisons()));
        }
        if (tally.shared() > 0) {
            text.append(String.format(Locale.ROOT, "Judged by several: %d %s, with the same verdict in %.0f %% of cases"
                            + " (Krippendorff's α %.2f; 1 is always, 0 is chance). ",
                    tally.shared(), tally.shared() == 1 ? "pair" : "pairs", 100 * tally.agreed(),
                    tally.alpha().orElse(0)));
        } else if (tally.byAnnotator().size() > 1) {
            text.append("No pair was judged by two people yet: every ")
                    .append(Question.SHARED_EVERY)
                    .append("th question is put to everybody. ");
        }
        if (tally.byAnnotator().size() > 1) {
            text.append(tally.byAnnotator().entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", ", "", ".")));
        }
        return text.toString().strip();
    }
}
