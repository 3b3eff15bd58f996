package rewardscope.language.world;

import java.util.ArrayList;
import java.util.List;
import rewardscope.env.EnvironmentSpec;
import rewardscope.math.RandomStream;

/// A `language` environment with a toy world in it.
public record WorldSpec(Grammar grammar) implements EnvironmentSpec {
    /// Most words of a world.
    public static final int MOST_WORDS = 1000;

    @Override
    public String type() {
        return "language";
    }

    @Override
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (grammar.facts().isEmpty()) {
            faults.add(new Fault(List.of("world", "facts"), "expected at least one subject"));
        }
        if (grammar.relations().isEmpty()) {
            faults.add(new Fault(List.of("world", "relations"), "expected at least one relation"));
        }
        if (faults.isEmpty()) {
            int words = new World(grammar).vocabulary().size();
            if (words > MOST_WORDS) {
                faults.add(new Fault(List.of("world"), "expected at most " + MOST_WORDS + " words, found " + words));
            }
        }
        return List.copyOf(faults);
    }

    @Override
    public Conversation create(RandomStream random) {
        return new Conversation(new World(grammar), random);
    }
}
