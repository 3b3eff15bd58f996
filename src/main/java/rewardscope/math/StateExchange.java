package rewardscope.math;

import java.util.List;
import java.util.function.Function;

/// The two directions of saving state behind one set of calls: a writer hands each value back unchanged, a reader
/// hands back the saved one. Arrays of fixed length are filled in place.
public interface StateExchange {
    double number(String name, double value);

    int integer(String name, int value);

    long longInteger(String name, long value);

    boolean flag(String name, boolean value);

    String text(String name, String value);

    /// Variable length: returns the saved array, which may be longer or shorter than `value`.
    byte[] bytes(String name, byte[] value);

    /// Fixed length, in place.
    void numbers(String name, double[] values);

    /// Fixed length, in place.
    void floats(String name, float[] values);

    /// Fixed length, in place.
    void integers(String name, int[] values);

    /// Fixed shape, in place; rows may differ in length.
    default void matrix(String name, double[][] rows) {
        for (double[] row : rows) {
            numbers(name, row);
        }
    }

    default void part(String name, Stateful part) {
        part.exchange(this);
    }

    /// A list of records, each written as numbers and read back from them. The list is changed in place.
    <T> void list(String name, List<T> items, Function<T, double[]> toNumbers, Function<double[], T> fromNumbers);
}
