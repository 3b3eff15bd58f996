package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.MdpEnvironment;
import rewardscope.env.control.ControlSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;

/// Reads a `cart-pole`, a `pendulum` or an `inverted-pendulum`.
final class ControlReader {
    private static final int MOST_ACTIONS = 1000;
    private static final double LARGE = 1e12;

    private ControlReader() {}

    static EnvironmentSpec read(Fields fields, ControlSpec.World world) {
        int actions = 0;
        if (world.hasForceRange()) {
            actions = fields.whole("actions", 0, 2, MOST_ACTIONS);
        } else {
            fields.refuse("actions", "the cart is pushed to the left or to the right");
        }
        return new ControlSpec(
                world,
                actions,
                fields.whole("max-steps", world.usualMaxSteps(), 1, MdpEnvironment.UNLIMITED),
                numbers(fields, "start-state"));
    }

    /// A list of numbers; empty if the key is not there.
    static List<Double> numbers(Fields fields, String key) {
        var numbers = new ArrayList<Double>();
        for (Node item : fields.list(key)) {
            Fields.numberOf(item, "each number of `" + key + "`", -LARGE, LARGE, fields.problems())
                    .ifPresent(numbers::add);
        }
        return numbers;
    }
}
