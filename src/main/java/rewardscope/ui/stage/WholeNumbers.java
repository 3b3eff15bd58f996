package rewardscope.ui.stage;

import javafx.scene.control.Spinner;
import javafx.util.StringConverter;

/// Reads what is typed into a spinner: where that is no whole number in its range, the last one that was stays.
final class WholeNumbers extends StringConverter<Integer> {
    private final Spinner<Integer> spinner;

    WholeNumbers(Spinner<Integer> spinner) {
        this.spinner = spinner;
    }

    @Override
    public String toString(Integer number) {
        return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            spinner.getEditor().setText(toString(spinner.getValue()));
            return spinner.getValue();
        }
    }
}
