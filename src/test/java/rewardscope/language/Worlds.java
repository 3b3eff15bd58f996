package rewardscope.language;

import rewardscope.language.world.World;
import rewardscope.language.world.WorldSpec;
import rewardscope.sim.WorldReader;

/// The worlds that ship, for tests.
public final class Worlds {
    private Worlds() {}

    public static WorldSpec spec(String name) {
        return WorldReader.named(name).orElseThrow();
    }

    public static World world(String name) {
        return new World(spec(name).grammar());
    }
}
