package rewardscope.language.stage;

import java.util.Arrays;
import rewardscope.language.world.Prompt;

/// B sequences of at most T tokens beside each other: the mark between documents, a prompt, an answer, and marks to the
/// end. Nothing looks at what comes after it, so the marks at the end are never seen.
final class Rows {
    final int B;
    final int T;
    final int[] inputs; // (B, T)
    final int[] targets; // (B, T), −1 where nothing is asked
    final int[] first; // where the first answer token is predicted from
    final int[] last; // where the last token of the answer stands, when all of it is an input
    final int[] length; // tokens of the answer

    Rows(int rows, int time) {
        B = rows;
        T = time;
        inputs = new int[B * T];
        targets = new int[B * T];
        first = new int[B];
        last = new int[B];
        length = new int[B];
        clear();
    }

    void clear() {
        Arrays.fill(inputs, 0);
        Arrays.fill(targets, -1);
        Arrays.fill(length, 0);
    }

    /// An answer whose tokens are the targets; the whole answer is among the inputs.
    void answer(int b, Prompt prompt, int[] answer) {
        int[] asked = prompt.tokens();
        int start = b * T;
        System.arraycopy(asked, 0, inputs, start + 1, asked.length);
        System.arraycopy(answer, 0, inputs, start + 1 + asked.length, answer.length);
        first[b] = start + asked.length;
        last[b] = first[b] + answer.length;
        length[b] = answer.length;
        System.arraycopy(answer, 0, targets, first[b], answer.length);
    }

    /// A document whose every token after the first is a target, and the mark behind it.
    void document(int b, int[] document) {
        int start = b * T;
        int n = Math.min(document.length, T);
        System.arraycopy(document, 0, inputs, start, n);
        System.arraycopy(document, 1, targets, start, n - 1);
        targets[start + n - 1] = 0;
        first[b] = start;
        length[b] = n;
    }

    /// Number of targets.
    int counted() {
        int n = 0;
        for (int target : targets) {
            n += target >= 0 ? 1 : 0;
        }
        return n;
    }
}
