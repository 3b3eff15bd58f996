package rewardscope.nn.mlp;

import rewardscope.compute.Compute;
import rewardscope.compute.ComputeBackend;
import rewardscope.compute.ComputeFailure;

/// Where an agent's batches go through its networks. What is not a batch, one observation of which an action comes,
/// goes through a [HostPass] wherever this is.
public sealed interface Passes extends AutoCloseable {
    /// The processor, in float64.
    Passes HOST = new OnProcessor();

    /// The device that was chosen, in float32; the processor where none was, or where that is the processor itself.
    ///
    /// @throws ComputeFailure if the device does not take any more work
    static Passes on(Compute compute) {
        return compute.elsewhere() ? new OnDevice(compute.open()) : HOST;
    }

    /// @param rows the most rows of a batch
    /// @throws ComputeFailure if the device has no room for it; everything else on it is then given back too
    MlpPass of(Mlp net, int rows);

    /// As results name it.
    String name();

    /// Gives back what is held on the device.
    @Override
    void close();

    /// See [#HOST].
    record OnProcessor() implements Passes {
        @Override
        public MlpPass of(Mlp net, int rows) {
            return new HostPass(net, rows);
        }

        @Override
        public String name() {
            return "cpu";
        }

        @Override
        public void close() {}
    }

    /// @param backend its owner's alone
    record OnDevice(ComputeBackend backend) implements Passes {
        @Override
        public MlpPass of(Mlp net, int rows) {
            try {
                return new DevicePass(net, rows, backend);
            } catch (ComputeFailure e) {
                close();
                throw e;
            }
        }

        @Override
        public String name() {
            return backend.name();
        }

        @Override
        public void close() {
            backend.close();
        }
    }
}
