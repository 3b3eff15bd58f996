package rewardscope.compute;

import java.util.List;
import java.util.Optional;

/// Offers one kind of backend. Found through `java.util.ServiceLoader`.
public interface ComputeProvider {
    /// Short and lower-case, as in `--device simd`.
    String name();

    /// What it is, in a few words.
    default String description() {
        return getClass().getSimpleName();
    }

    /// Empty when the backend can be used here; otherwise why not, in one sentence.
    Optional<String> whyUnusable();

    /// The usable provider of highest rank is the default.
    int rank();

    /// @param threads how many threads the backend may use, at least 1; a backend on a device may ignore it
    ComputeBackend create(int threads);

    /// Every device that it can compute on, the one that [#create] takes first; asked only if it can be used here.
    default List<ComputeDevice> devices() {
        return List.of(new ComputeDevice(name(), description(), this::create));
    }
}
