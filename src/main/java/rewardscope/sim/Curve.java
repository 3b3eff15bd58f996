package rewardscope.sim;

import java.util.Arrays;

/// A curve of any length in bounded memory: points are gathered in buckets that keep their smallest, largest and mean
/// value; when the buckets run out, neighbours are merged and every bucket holds twice as many points from then on.
public final class Curve {
    private static final int BUCKETS = 2048;

    private final String name;
    private final double[] min = new double[BUCKETS];
    private final double[] max = new double[BUCKETS];
    private final double[] sum = new double[BUCKETS];
    private final int[] count = new int[BUCKETS];
    private final long[] lastAct = new long[BUCKETS];
    private long perBucket = 1;
    private int used;
    private long points;

    public Curve(String name) {
        this.name = name;
    }

    /// A copy that no longer changes.
    ///
    /// @param perBucket how many points a bucket holds; x of bucket i is about (i + ½) · perBucket
    /// @param lastAct the act at which the last point of each bucket was made
    public record Points(String name, long perBucket, double[] min, double[] max, double[] mean, long[] lastAct) {
        public int size() {
            return mean.length;
        }

        /// The number of the last point in bucket i, counted from 1.
        public double x(int i) {
            return perBucket == 1 ? i + 1 : (i + 0.5) * perBucket;
        }
    }

    public String name() {
        return name;
    }

    /// How many points were added.
    public long points() {
        return points;
    }

    public void add(long act, double value) {
        if (used == 0 || count[used - 1] == perBucket) {
            if (used == BUCKETS) {
                merge();
            }
            if (used == 0 || count[used - 1] == perBucket) {
                min[used] = Double.POSITIVE_INFINITY;
                max[used] = Double.NEGATIVE_INFINITY;
                sum[used] = 0;
                count[used] = 0;
                used++;
            }
        }
        int last = used - 1;
        min[last] = Math.min(min[last], value);
        max[last] = Math.max(max[last], value);
        sum[last] += value;
        count[last]++;
        lastAct[last] = act;
        points++;
    }

    private void merge() {
        for (int i = 0; i < BUCKETS / 2; i++) {
            int a = 2 * i;
            int b = a + 1;
            min[i] = Math.min(min[a], min[b]);
            max[i] = Math.max(max[a], max[b]);
            sum[i] = sum[a] + sum[b];
            count[i] = count[a] + count[b];
            lastAct[i] = lastAct[b];
        }
        used = BUCKETS / 2;
        perBucket *= 2;
    }

    /// Forgets every bucket that holds a point made after this act.
    public void forgetAfter(long act) {
        while (used > 0 && lastAct[used - 1] > act) {
            used--;
            points -= count[used];
        }
    }

    /// The act of the point with the largest magnitude up to an act (to within a bucket), −1 if there is none.
    public long actOfLargest(long upTo) {
        long best = -1;
        double largest = 0;
        for (int i = 0; i < used && lastAct[i] <= upTo; i++) {
            double magnitude = Math.max(Math.abs(min[i]), Math.abs(max[i]));
            if (magnitude > largest) {
                largest = magnitude;
                best = lastAct[i];
            }
        }
        return best;
    }

    public Curve copy() {
        var copy = new Curve(name);
        System.arraycopy(min, 0, copy.min, 0, used);
        System.arraycopy(max, 0, copy.max, 0, used);
        System.arraycopy(sum, 0, copy.sum, 0, used);
        System.arraycopy(count, 0, copy.count, 0, used);
        System.arraycopy(lastAct, 0, copy.lastAct, 0, used);
        copy.perBucket = perBucket;
        copy.used = used;
        copy.points = points;
        return copy;
    }

    public Points toPoints() {
        var mean = new double[used];
        for (int i = 0; i < used; i++) {
            mean[i] = sum[i] / count[i];
        }
        return new Points(
                name,
                perBucket,
                Arrays.copyOf(min, used),
                Arrays.copyOf(max, used),
                mean,
                Arrays.copyOf(lastAct, used));
    }
}
