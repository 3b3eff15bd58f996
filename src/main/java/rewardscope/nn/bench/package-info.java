/// Measurements of the neural machinery: what `bench transformer` and `bench matmul` print.
///
/// The clock is a parameter, as nothing in the engine reads one. Imports: nn, compute, math. Imported by: cli.
@NullMarked
package rewardscope.nn.bench;

import org.jspecify.annotations.NullMarked;
