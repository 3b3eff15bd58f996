package rewardscope.ui.lab;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import rewardscope.language.feedback.Feedback.Verdict;

/// The keys of the page on which people judge. Each kind of feedback has its own; some are the same for all.
final class LabelKeys {
    private final LabelModel model;
    private final int simulated;
    private final Runnable type;

    /// @param simulated how many pairs the simulated annotator judges at a time
    /// @param type puts the cursor where one types
    LabelKeys(LabelModel model, int simulated, Runnable type) {
        this.model = model;
        this.simulated = simulated;
        this.type = type;
    }

    /// Consumes the key if it means something here.
    ///
    /// @param typing whether somebody is writing into a field: then only keys with Ctrl count
    void pressed(KeyEvent event, boolean typing) {
        boolean meant = event.isShortcutDown()
                ? kind(digit(event.getCode()))
                : !typing && (judged(event.getCode()) || other(event.getCode()));
        if (meant) {
            event.consume();
        }
    }

    private boolean kind(int number) {
        boolean known = number >= 1 && number <= Kind.values().length;
        if (known) {
            model.kind(Kind.values()[number - 1]);
        }
        return known;
    }

    private boolean other(KeyCode code) {
        switch (code) {
            case BACK_SPACE, DELETE -> model.undo();
            case N -> model.skip();
            case S -> model.simulate(simulated);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The keys of the kind that is asked for.
    private boolean judged(KeyCode code) {
        int digit = digit(code);
        boolean left = digit == 1 || code == KeyCode.LEFT;
        boolean right = digit == 2 || code == KeyCode.RIGHT;
        boolean tie = digit == 0 || code == KeyCode.DOWN;
        boolean meant = switch (model.kind()) {
            case CHOICE -> left || right || tie;
            case RANKING -> digit >= 1;
            case RATING -> digit >= 1 && digit <= 5;
            case HARM -> left || right;
            case CORRECTION, REMARK -> code == KeyCode.ENTER;
        };
        if (meant) {
            switch (model.kind()) {
                case CHOICE -> model.choose(left ? Verdict.A : right ? Verdict.B : Verdict.TIE);
                case RANKING -> model.rank(digit - 1);
                case RATING -> model.rate(digit);
                case HARM -> model.harm(right);
                case CORRECTION, REMARK -> type.run();
            }
        }
        return meant;
    }

    /// 0 to 9, −1 for other keys.
    private static int digit(KeyCode code) {
        String name = code.name();
        boolean isDigit = code.isDigitKey() || name.startsWith("NUMPAD") && name.length() == 7;
        return isDigit ? name.charAt(name.length() - 1) - '0' : -1;
    }
}
