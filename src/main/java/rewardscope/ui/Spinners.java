package rewardscope.ui;

import java.util.function.Function;
import javafx.scene.control.Spinner;
import javafx.util.StringConverter;

/// Spinners whose numbers read the same everywhere, with a point. What is written into one and is no number is taken back:
/// the number that was there stays.
public final class Spinners {
    private Spinners() {}

    public static Spinner<Integer> whole(int min, int max, int initial) {
        return reading(new Spinner<>(min, max, initial), Integer::valueOf);
    }

    public static Spinner<Double> decimal(double min, double max, double initial, double step) {
        return reading(new Spinner<>(min, max, initial, step), text -> {
            double number = Double.parseDouble(text);
            if (Double.isNaN(number)) {
                throw new NumberFormatException(text);
            }
            return number;
        });
    }

    private static <T> Spinner<T> reading(Spinner<T> spinner, Function<String, T> number) {
        spinner.getValueFactory().setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : value.toString();
            }

            @Override
            public T fromString(String text) {
                try {
                    return number.apply(text.strip());
                } catch (NumberFormatException e) {
                    spinner.getEditor().setText(toString(spinner.getValue()));
                    return spinner.getValue();
                }
            }
        });
        return spinner;
    }
}
