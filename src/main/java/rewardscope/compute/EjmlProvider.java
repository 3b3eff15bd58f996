package rewardscope.compute;

import java.util.List;
import java.util.Optional;

/// The reference backend, which runs everywhere.
public final class EjmlProvider implements ComputeProvider {
    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public String description() {
        return "the reference: every kernel reads like its formula, one thread";
    }

    @Override
    public Optional<String> whyUnusable() {
        return Optional.empty();
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public ComputeBackend create(int threads) {
        return new EjmlBackend();
    }

    @Override
    public List<ComputeDevice> devices() {
        return List.of(new ComputeDevice(name(), description(), true, this::create));
    }
}
