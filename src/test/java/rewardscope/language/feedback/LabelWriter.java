package rewardscope.language.feedback;

import java.nio.file.Path;

/// A program that gives label after label until it is killed, and says so after each one.
final class LabelWriter {
    private LabelWriter() {}

    public static void main(String[] args) throws Exception {
        try (var store = LabelStore.open(Path.of(args[0]))) {
            for (int n = Integer.parseInt(args[1]); ; n++) {
                store.add(new Feedback.Choice("who are you ?", "a " + n, "b", Feedback.Verdict.A, "ann"));
                System.out.println(n);
                System.out.flush();
            }
        }
    }
}
