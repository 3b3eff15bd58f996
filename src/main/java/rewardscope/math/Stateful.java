package rewardscope.math;

/// Something whose whole state can be saved and brought back bit for bit.
///
/// ```java
/// public void exchange(StateExchange state) {
///     state.matrix("q", q);                      // arrays are filled in place
///     steps = state.integer("steps", steps);     // values are returned
///     state.part("random", random);              // parts exchange themselves
/// }
/// ```
public interface Stateful {
    /// Names every field of the state, in a fixed order. The same method saves and restores.
    void exchange(StateExchange state);
}
