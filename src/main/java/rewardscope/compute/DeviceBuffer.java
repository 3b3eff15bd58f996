package rewardscope.compute;

/// A handle on `length` float32 numbers in a backend's memory. Only the backend that made it can read it.
public interface DeviceBuffer {
    int length();
}
