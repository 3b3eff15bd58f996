package rewardscope.sim;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.env.bandit.BanditSpec;
import rewardscope.lesson.Fields;
import rewardscope.lesson.Node;

/// Reads a `bandit`.
final class BanditReader {
    private static final int MOST_ARMS = 10_000;
    private static final double LARGE = 1e12;

    private BanditReader() {}

    static EnvironmentSpec read(Fields fields) {
        List<Double> means = means(fields);
        fields.refuse("start-state", "a bandit has one situation");
        return new BanditSpec(
                fields.whole("arms", means.isEmpty() ? 10 : means.size(), 1, MOST_ARMS),
                fields.choice("rewards", List.of("gaussian", "bernoulli"))
                        .map(word -> word.equals("bernoulli")
                                ? BanditSpec.Rewards.BERNOULLI
                                : BanditSpec.Rewards.GAUSSIAN)
                        .orElse(BanditSpec.Rewards.GAUSSIAN),
                means,
                fields.number("mean", 0, -LARGE, LARGE),
                fields.number("std", 1, 0, LARGE),
                fields.number("drift", 0, 0, LARGE),
                GridReader.maxSteps(fields));
    }

    private static List<Double> means(Fields fields) {
        var means = new ArrayList<Double>();
        for (Node item : fields.list("means")) {
            Fields.numberOf(item, "each number of `means`", -LARGE, LARGE, fields.problems()).ifPresent(means::add);
        }
        return means;
    }
}
