package rewardscope.compute;

import java.util.Optional;

/// Offers one kind of backend. Found through `java.util.ServiceLoader`.
public interface ComputeProvider {
    /// Short and lower-case, as in `--backend simd`.
    String name();

    /// Empty when the backend can be used here; otherwise why not, in one sentence.
    Optional<String> whyUnusable();

    /// The usable provider of highest rank is the default.
    int rank();

    /// @param threads how many threads the backend may use, at least 1; a backend on a device may ignore it
    ComputeBackend create(int threads);
}
