package rewardscope.env.language;

import rewardscope.env.Environment;
import rewardscope.env.Episode;
import rewardscope.math.StateExchange;

/// A text that lies open. It never changes, and no episode ever starts in it.
public final class Reading implements Environment {
    private final LanguageSpec spec;

    Reading(LanguageSpec spec) {
        this.spec = spec;
    }

    public LanguageSpec spec() {
        return spec;
    }

    @Override
    public Episode episode() {
        return Episode.NONE;
    }

    @Override
    public boolean needsReset() {
        return true;
    }

    @Override
    public void exchange(StateExchange state) {
        // nothing changes here
    }
}
