package rewardscope.env;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reference numbers from the resources of the tests.
public final class Oracle {
    private Oracle() {}

    public static JsonNode named(String name) {
        try (var in = Oracle.class.getResourceAsStream("/oracles/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /// The entries of a matrix row by row, those that are null left out (walls).
    public static double[] cells(JsonNode matrix) {
        var numbers = new java.util.ArrayList<Double>();
        matrix.forEach(row -> row.forEach(cell -> {
            if (!cell.isNull()) {
                numbers.add(cell.asDouble());
            }
        }));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
