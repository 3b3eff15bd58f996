/// What `bench` measures, each beside the loop over arrays that one would write by hand for the same work.
///
/// Imports the rooms that it measures. Ratios within one run count: machines are noisy.
@NullMarked
package rewardscope.cli.bench;

import org.jspecify.annotations.NullMarked;
