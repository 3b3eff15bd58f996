package rewardscope.compute.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.ComputeProvider;

/// Offers every OpenCL device of this machine. Never the default: whoever wants it says so.
public final class OpenClProvider implements ComputeProvider {
    private final Binding cl;
    private Optional<String> problem = Optional.empty();
    private Optional<List<Card>> cards = Optional.empty();

    public OpenClProvider() {
        this(new Lwjgl());
    }

    OpenClProvider(Binding cl) {
        this.cl = cl;
    }

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public String description() {
        return "OpenCL";
    }

    @Override
    public int rank() {
        return -10;
    }

    @Override
    public synchronized Optional<String> whyUnusable() {
        look();
        return problem;
    }

    private List<Card> look() {
        if (cards.isEmpty()) {
            var found = new ArrayList<Card>();
            try {
                var infos = cl.devices();
                for (int i = 0; i < infos.size(); i++) {
                    found.add(new Card(cl, infos.get(i), infos.size() == 1 ? "opencl" : "opencl:" + i));
                }
                problem = found.isEmpty()
                        ? Optional.of("OpenCL is installed on this machine, but no device of it; install the driver of"
                                + " its graphics card.")
                        : Optional.empty();
            } catch (LinkageError e) {
                problem = Optional.of("There is no OpenCL on this machine; it comes with the driver of a graphics card,"
                        + " and on Debian for the processor with pocl-opencl-icd.");
            } catch (Binding.Failure e) {
                problem = Optional.of("OpenCL did not answer (" + e.getMessage() + ", error " + e.code() + ").");
            }
            cards = Optional.of(List.copyOf(found));
        }
        return cards.get();
    }

    @Override
    public synchronized List<ComputeDevice> devices() {
        return look().stream()
                .map(card -> new ComputeDevice(
                        card.name(), card.info().description(), _ -> new OpenClBackend(card.name(), card.open())))
                .toList();
    }

    @Override
    public ComputeBackend create(int threads) {
        return devices().getFirst().open().apply(threads);
    }

    /// For tests.
    synchronized List<Card> cards() {
        return look();
    }
}
