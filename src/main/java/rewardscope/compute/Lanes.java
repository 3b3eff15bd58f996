package rewardscope.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Shorthands for float vectors as wide as the machine likes them.
final class Lanes {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();

    private static final VectorShuffle<Float> SWAP_8 = swap(8);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_1 = swap(1);

    private Lanes() {}

    /// Every lane changes places with the one `distance` further on or back.
    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(S, i -> distance < L ? i ^ distance : i);
    }

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }

    static FloatVector load(float[] x, int at, VectorMask<Float> mask) {
        return FloatVector.fromArray(S, x, at, mask);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(S, value);
    }

    /// The mask of lanes i for which `from + i < to`.
    static VectorMask<Float> upTo(int from, int to) {
        return S.indexInRange(from, to);
    }

    /// The sum of the lanes in a fixed order, which the library's own does not promise.
    static float sum(FloatVector v) {
        var s = v;
        if (L > 8) {
            s = s.add(s.rearrange(SWAP_8));
        }
        if (L > 4) {
            s = s.add(s.rearrange(SWAP_4));
        }
        if (L > 2) {
            s = s.add(s.rearrange(SWAP_2));
        }
        return s.add(s.rearrange(SWAP_1)).lane(0);
    }

    /// The sum of as many numbers as a vector has, in the same order; they are overwritten.
    static float sum(float[] lanes) {
        for (int half = L / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }

    /// The largest of as many numbers as a vector has; a NaN may be left out.
    static float max(float[] lanes) {
        float max = lanes[0];
        for (int i = 1; i < L; i++) {
            max = lanes[i] > max ? lanes[i] : max;
        }
        return max;
    }
}
