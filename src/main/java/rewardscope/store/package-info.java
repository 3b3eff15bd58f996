/// Things that must survive a crash: lines that are on the disk the moment they are written ([rewardscope.store.Journal]),
/// and files that are replaced whole or not at all ([rewardscope.store.WholeFile]).
///
/// Imports nothing of the project; every room may import it. It knows nothing of what the lines mean.
@NullMarked
package rewardscope.store;

import org.jspecify.annotations.NullMarked;
