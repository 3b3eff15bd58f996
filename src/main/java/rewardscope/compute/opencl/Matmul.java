package rewardscope.compute.opencl;

/// How the kernel `matmul` is called.
final class Matmul {
    private Matmul() {}

    /// Without bias and epilogue.
    static void arguments(
            Binding cl, long kernel, long a, boolean transposeA, long b, boolean transposeB, long c, boolean add, int m,
            int n, int k) {
        cl.buffer(kernel, 0, a);
        cl.argument(kernel, 1, transposeA ? 1 : 0);
        cl.buffer(kernel, 2, b);
        cl.argument(kernel, 3, transposeB ? 1 : 0);
        cl.buffer(kernel, 4, c);
        cl.argument(kernel, 5, add ? 1 : 0);
        cl.argument(kernel, 6, m);
        cl.argument(kernel, 7, n);
        cl.argument(kernel, 8, k);
        epilogue(cl, kernel, c, false, c, 0);
    }

    /// @param bias read only if `biased`; `extra` only with an epilogue other than 0
    static void epilogue(Binding cl, long kernel, long bias, boolean biased, long extra, int epilogue) {
        cl.buffer(kernel, 9, bias);
        cl.argument(kernel, 10, biased ? 1 : 0);
        cl.buffer(kernel, 11, extra);
        cl.argument(kernel, 12, epilogue);
    }

    static void launch(Binding cl, long queue, long kernel, Tuning tuning, int m, int n, int batch) {
        long across = (n + tuning.tn() - 1) / tuning.tn() * tuning.columns();
        long down = (m + tuning.tm() - 1) / tuning.tm() * tuning.rows();
        cl.launch(queue, kernel, new long[] {across, down, batch}, new long[] {tuning.columns(), tuning.rows(), 1});
    }
}
