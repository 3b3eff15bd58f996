package rewardscope.compute;

/// What a device made of a few matrix products.
///
/// @param gap the largest difference between its product of two small matrices and a plain loop's in float64; infinite if
///     there is a NaN among the numbers
/// @param gigaflops billions of operations a second over products of 512 × 512; 0 if that was not measured
public record Trial(double gap, double gigaflops) {
    private static final int M = 33;
    private static final int N = 47;
    private static final int K = 29;
    private static final int SIDE = 512;

    /// Tries a device for `nanos`, or, if they are 0, for the one small product alone.
    ///
    /// @throws ComputeFailure if the device fails; whatever a plugin's mistakes throw comes through
    public static Trial of(ComputeDevice device, int threads, long nanos) {
        try (ComputeBackend backend = device.open().apply(threads)) {
            return new Trial(gap(backend), nanos > 0 ? gigaflops(backend, nanos) : 0);
        }
    }

    private static double gap(ComputeBackend backend) {
        float[] a = numbers(M * K, 1);
        float[] b = numbers(K * N, 2);
        float[] got = new float[M * N];
        var x = backend.allocate(a.length);
        var y = backend.allocate(b.length);
        var z = backend.allocate(got.length);
        backend.upload(a, 0, x, 0, a.length);
        backend.upload(b, 0, y, 0, b.length);
        backend.matmul(x, false, y, false, z, false, 1, M, N, K);
        backend.download(z, 0, got, 0, got.length);
        double apart = 0;
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < K; k++) {
                    sum += (double) a[i * K + k] * b[k * N + j];
                }
                double gap = Math.abs(got[i * N + j] - sum);
                apart = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(apart, gap);
            }
        }
        return apart;
    }

    /// The first product is not counted.
    private static double gigaflops(ComputeBackend backend, long nanos) {
        int size = SIDE * SIDE;
        var a = backend.allocate(size);
        var b = backend.allocate(size);
        var c = backend.allocate(size);
        var one = new float[1];
        backend.matmul(a, false, b, false, c, false, 1, SIDE, SIDE, SIDE);
        backend.download(c, 0, one, 0, 1); // waits for the device
        long start = System.nanoTime();
        long products = 0;
        while (System.nanoTime() - start < nanos) {
            for (int i = 0; i < 4; i++) {
                backend.matmul(a, false, b, false, c, false, 1, SIDE, SIDE, SIDE);
            }
            products += 4;
            backend.download(c, 0, one, 0, 1);
        }
        return 2.0 * SIDE * SIDE * SIDE * products / (System.nanoTime() - start);
    }

    /// Between −1 and 1, the same everywhere.
    private static float[] numbers(int count, int seed) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(seed + 1.7 * i);
        }
        return numbers;
    }
}
