package rewardscope.language.clips;

import java.util.Arrays;

/// A few steps of one episode.
///
/// @param steps how many
/// @param features what was seen and done, step after step in one row
/// @param trueReturn the sum of the true rewards, which only the annotator sees
record Clip(int steps, double[] features, double trueReturn) {
    double[] toNumbers() {
        var numbers = new double[2 + features.length];
        numbers[0] = steps;
        numbers[1] = trueReturn;
        System.arraycopy(features, 0, numbers, 2, features.length);
        return numbers;
    }

    static Clip of(double[] numbers) {
        return new Clip((int) numbers[0], Arrays.copyOfRange(numbers, 2, numbers.length), numbers[1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clip that && steps == that.steps && trueReturn == that.trueReturn
                && Arrays.equals(features, that.features);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(features);
    }
}
