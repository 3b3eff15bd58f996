/// The command line: `run`, `sweep`, `check`, `devices`, `bench` and `doctor` do their work here; `open` and `render` hand over
/// to [rewardscope.cli.Desktop], which `Main` wires to the window, so that nothing here loads a JavaFX class.
///
/// Imports `sim`, `lesson` and what they stand on; nothing imports it but `Main`. It owns the exit codes (0 well, 1 the
/// input is wrong, 2 the call is wrong, 3 it failed while running) and the rule that results go to standard output,
/// messages to standard error, and a stack trace to nobody.
@NullMarked
package rewardscope.cli;

import org.jspecify.annotations.NullMarked;
