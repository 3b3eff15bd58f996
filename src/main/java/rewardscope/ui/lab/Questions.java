package rewardscope.ui.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rewardscope.language.stage.Question;

/// The question that is open, those that wait behind it, and how many everybody has been asked. A few are asked for ahead
/// of time, so that nobody waits for the model to write.
final class Questions {
    private static final int AHEAD = 4;

    /// Questions that are wanted from the run.
    ///
    /// @param model who shall write the answers; empty for the fine-tuned one, or the furthest that there is
    /// @param from number of the first
    record Request(String annotator, Optional<String> model, int from, int count, int answers) {}

    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private Optional<Question> open = Optional.empty();
    private Optional<Request> pending = Optional.empty();
    private boolean barren;

    /// The question that is open now.
    Optional<Question> open() {
        return open;
    }

    /// Whether it waits for questions that were asked for.
    boolean isWaiting() {
        return open.isEmpty() && pending.isPresent();
    }

    /// Forgets what nobody has answered.
    void forget() {
        open = Optional.empty();
        waiting.clear();
        pending = Optional.empty();
        barren = false;
    }

    /// What to ask the run for, if few questions are left, nothing has been asked for yet, and there may be some.
    Optional<Request> wanted(String annotator, Optional<String> model, int answers) {
        if (barren || pending.isPresent() || waiting.size() >= AHEAD / 2) {
            return Optional.empty();
        }
        int from = 1 + asked.getOrDefault(key(annotator, answers), 0) + waiting.size() + (open.isPresent() ? 1 : 0);
        pending = Optional.of(new Request(annotator, model, from, AHEAD, answers));
        return pending;
    }

    /// Questions have come.
    ///
    /// @return whether they are the ones that were asked for last; others are passed over
    boolean take(Request request, List<Question> questions) {
        if (!pending.equals(Optional.of(request))) {
            return false;
        }
        pending = Optional.empty();
        barren = questions.isEmpty();
        waiting.addAll(questions);
        return true;
    }

    /// Opens the one that waits longest, if none is open; returns whether it did.
    boolean next() {
        if (open.isPresent() || waiting.isEmpty()) {
            return false;
        }
        open = Optional.of(waiting.removeFirst());
        return true;
    }

    /// A question has been answered, or passed over.
    void close(Question question, String annotator, int answers) {
        asked.merge(key(annotator, answers), 1, Integer::sum);
        open = open.filter(now -> !now.equals(question));
    }

    /// The answer to a question has been taken back: it is open again, before the one that is open now.
    ///
    /// @param otherKind whether those that wait are for another kind of feedback
    void reopen(Question question, boolean otherKind, String annotator, int answers) {
        open.ifPresent(waiting::addFirst);
        if (otherKind) {
            waiting.clear();
            pending = Optional.empty();
        }
        open = Optional.of(question);
        asked.merge(key(annotator, answers), -1, Integer::sum);
    }

    private static String key(String annotator, int answers) {
        return answers + " " + annotator;
    }
}
