package abacus;

import java.util.Optional;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeProvider;

/// How the toy backend of src/docs/writing-a-backend.md is found.
public final class AbacusProvider implements ComputeProvider {
    @Override
    public String name() {
        return "abacus";
    }

    @Override
    public String description() {
        return "a complete toy: plain loops over double numbers";
    }

    @Override
    public Optional<String> whyUnusable() {
        return Optional.empty();
    }

    @Override
    public int rank() {
        return -100;
    }

    @Override
    public ComputeBackend create(int threads) {
        return new Abacus();
    }
}
