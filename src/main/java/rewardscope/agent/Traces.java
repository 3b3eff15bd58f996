package rewardscope.agent;

import java.util.Arrays;
import java.util.List;
import rewardscope.math.StateExchange;
import rewardscope.math.Stateful;

/// Eligibility traces z, one for each entry of a table (Sutton & Barto, 2nd edition, chapter 12; the replacing trace,
/// note 12.3). Entries whose trace has faded below 1e-20 are dropped: no sum would feel them.
public final class Traces implements Stateful {
    /// What a visit does to the trace of the entry visited.
    public enum Kind {
        /// z ← γλz + 1
        ACCUMULATING,
        /// z ← 1
        REPLACING,
        /// z ← (1 − α) γλz + 1
        DUTCH
    }

    /// Accumulating or replacing traces.
    public static final ParameterSpec.Choice TWO_KINDS = new ParameterSpec.Choice(
            "traces", List.of("accumulating", "replacing"), "What a second visit does to a trace: add up, or set to 1");

    /// The third kind belongs to true online TD(λ).
    public static final ParameterSpec.Choice THREE_KINDS = new ParameterSpec.Choice(
            "traces",
            List.of("accumulating", "replacing", "dutch"),
            "What a second visit does to a trace: add up, set to 1, or dutch (true online TD(lambda))");

    private static final double FADED = 1e-20;

    private final Kind kind;
    private final double[] z;
    private final int[] active;
    private int count;
    private double before;

    public Traces(int entries, Kind kind) {
        this.kind = kind;
        z = new double[entries];
        active = new int[entries];
    }

    public static Kind kind(AgentSettings settings) {
        return switch (settings.choice(TWO_KINDS.name())) {
            case "replacing" -> Kind.REPLACING;
            case "dutch" -> Kind.DUTCH;
            default -> Kind.ACCUMULATING;
        };
    }

    public Kind kind() {
        return kind;
    }

    /// Every trace fades by the factor γλ, then the visited entry is marked.
    public void visit(int entry, double fade, double alpha) {
        before = z[entry];
        boolean known = false;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int j = active[i];
            z[j] *= fade;
            if (j == entry) {
                known = true;
            } else if (z[j] < FADED) {
                z[j] = 0;
                continue;
            }
            active[kept++] = j;
        }
        count = kept;
        if (!known) {
            active[count++] = entry;
        }
        z[entry] = switch (kind) {
            case ACCUMULATING -> z[entry] + 1;
            case REPLACING -> 1;
            case DUTCH -> (1 - alpha) * z[entry] + 1;
        };
    }

    public void clear() {
        for (int i = 0; i < count; i++) {
            z[active[i]] = 0;
        }
        count = 0;
    }

    /// The trace of the entry visited last, before that visit.
    public double before() {
        return before;
    }

    public double at(int entry) {
        return z[entry];
    }

    /// How many entries have a trace.
    public int count() {
        return count;
    }

    /// The i-th entry with a trace.
    public int entry(int i) {
        return active[i];
    }

    /// The largest trace in each run of so many entries (the actions of a state); a fresh array.
    public double[] largestOf(int entriesEach) {
        var largest = new double[z.length / entriesEach];
        for (int i = 0; i < count; i++) {
            int group = active[i] / entriesEach;
            largest[group] = Math.max(largest[group], z[active[i]]);
        }
        return largest;
    }

    @Override
    public void exchange(StateExchange state) {
        state.numbers("z", z);
        count = state.integer("count", count);
        Arrays.fill(active, count, active.length, 0); // what lies beyond is of no account, and must compare equal
        state.integers("active", active);
    }
}
