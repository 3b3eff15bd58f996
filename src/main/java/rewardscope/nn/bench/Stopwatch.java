package rewardscope.nn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Measures several jobs in turn (A B C A B C ...), so that a drifting machine treats them alike, and takes medians.
final class Stopwatch {
    private record Job(String name, double unit, IntSupplier work) {}

    private final LongSupplier nanos;
    private final double secondsAJob;
    private final int rounds;
    private final List<Job> jobs = new ArrayList<>();

    Stopwatch(LongSupplier nanos, double secondsAJob, int rounds) {
        this.nanos = nanos;
        this.secondsAJob = secondsAJob;
        this.rounds = rounds;
    }

    /// @param unit what one unit of the figure is: 1 for items a second, 1e9 for billions of them
    /// @param work does some of the job and says how many items that was
    void add(String name, double unit, IntSupplier work) {
        jobs.add(new Job(name, unit, work));
    }

    /// Items a second of each job, one warm-up round left out.
    Map<String, Double> run() {
        var rates = new ArrayList<double[]>();
        for (int round = 0; round <= rounds; round++) {
            for (int j = 0; j < jobs.size(); j++) {
                if (round == 0) {
                    rates.add(new double[rounds]);
                    rate(jobs.get(j), 2 * secondsAJob);
                } else {
                    rates.get(j)[round - 1] = rate(jobs.get(j), secondsAJob);
                }
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        for (int j = 0; j < jobs.size(); j++) {
            double[] sorted = rates.get(j).clone();
            Arrays.sort(sorted);
            medians.put(jobs.get(j).name, sorted[rounds / 2]);
        }
        return medians;
    }

    private double rate(Job job, double seconds) {
        long begin = nanos.getAsLong();
        long items = 0;
        long elapsed;
        do {
            items += job.work.getAsInt();
            elapsed = nanos.getAsLong() - begin;
        } while (elapsed < seconds * 1e9);
        return items * 1e9 / elapsed / job.unit;
    }
}
