package rewardscope.agent;

import java.util.function.DoubleSupplier;

/// A quantity worth a curve.
///
/// @param name kebab-case, as in results: `max-change`, `td-error`
/// @param mark the [Mark] at which a new value is there
/// @param value reads the value of the last act
public record Series(String name, int mark, DoubleSupplier value) {}
