package rewardscope.compute;

import java.util.Optional;
import rewardscope.compute.opencl.OpenClProvider;

/// The OpenCL of the machine that runs the tests; pocl will do, no graphics card is needed.
public final class TestOpenCl {
    private static final Optional<ComputeProvider> PROVIDER = look();

    private TestOpenCl() {}

    /// One for all tests, so that kernels are compiled once.
    public static Optional<ComputeProvider> provider() {
        return PROVIDER;
    }

    private static Optional<ComputeProvider> look() {
        var provider = new OpenClProvider();
        Optional<String> problem = provider.whyUnusable();
        problem.ifPresent(why -> System.out.println("OpenCL is not tested here. " + why));
        return problem.isPresent() ? Optional.empty() : Optional.of(provider);
    }
}
