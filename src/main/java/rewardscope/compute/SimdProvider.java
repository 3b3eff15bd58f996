package rewardscope.compute;

import java.util.List;
import java.util.Optional;

/// The backend on the JDK's Vector API. Names no class of that module itself, so that it can say when it is missing.
public final class SimdProvider implements ComputeProvider {
    @Override
    public String name() {
        return "simd";
    }

    @Override
    public String description() {
        return "the processor's vector units, on " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    @Override
    public Optional<String> whyUnusable() {
        if (VectorModule.present()) {
            return Optional.empty();
        }
        return Optional.of("The JDK's module jdk.incubator.vector is missing;"
                + " start Java with --add-modules jdk.incubator.vector.");
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public ComputeBackend create(int threads) {
        return new SimdBackend(threads);
    }

    @Override
    public List<ComputeDevice> devices() {
        return List.of(new ComputeDevice(name(), description(), true, this::create));
    }
}
