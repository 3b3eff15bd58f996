package rewardscope.sim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rewardscope.agent.AgentCatalogue;
import rewardscope.agent.AgentType;
import rewardscope.language.clips.PreferencePpo;
import rewardscope.language.stage.LanguageAgents;

/// Every agent that an experiment can name: the algorithms of a course, and those of the language lab.
public final class Catalogue {
    private static final List<AgentType> ALL =
            Stream.of(AgentCatalogue.all(), List.of(PreferencePpo.TYPE), LanguageAgents.all())
                    .flatMap(List::stream)
                    .toList();

    private Catalogue() {}

    public static List<AgentType> all() {
        return ALL;
    }

    public static Optional<AgentType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
