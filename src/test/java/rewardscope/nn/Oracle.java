package rewardscope.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/// Reference numbers from the test resources.
public final class Oracle {
    private Oracle() {}

    public static JsonNode read(String name) {
        try (var in = Oracle.class.getResourceAsStream("/oracles/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All numbers below a node, in order.
    public static double[] numbers(JsonNode node) {
        var found = new ArrayList<Double>();
        collect(node, found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public static float[] floats(JsonNode node) {
        double[] numbers = numbers(node);
        var floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    public static double[][] matrix(JsonNode node) {
        var rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(node.get(i));
        }
        return rows;
    }

    private static void collect(JsonNode node, ArrayList<Double> found) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, found));
        } else {
            found.add(node.asDouble());
        }
    }
}
