package rewardscope.sim.share;

import java.util.Locale;
import java.util.Optional;
import rewardscope.sim.Way;

/// What one person gives another: an experiment, or a run of it at a step.
///
/// @param title what it is called where it came from: a lesson's title
/// @param proof what the state has to be there; empty for an experiment alone
public record Shared(SavedRun run, String title, Optional<Proof> proof) {
    /// @param digest of the state at the act, see [StateDigest]
    /// @param backend what the arithmetic ran on, as results name it
    public record Proof(String digest, String backend) {
        /// What to say about a state that was come to.
        ///
        /// @param title of the run
        public String judge(Proof here, String title, Way way) {
            String where = title + (way.act() == 0 ? ", at its start" : String.format(Locale.ROOT, ", act %,d", way.act()));
            if (digest.equals(here.digest)) {
                return "Opened: " + where + ". Its state is the sender's, bit for bit.";
            }
            return backend.equals(here.backend)
                    ? "Opened: " + where + ". Its state differs from the sender's: their version of Rewardscope or their"
                            + " processor rounds differently."
                    : "Opened: " + where + ". It was made on `" + backend + "` and runs on `" + here.backend
                            + "` here, which round differently.";
        }
    }
}
