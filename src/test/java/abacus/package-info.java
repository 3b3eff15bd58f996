/// A complete toy backend, as somebody outside would write one. It imports `rewardscope.compute` alone.
@NullMarked
package abacus;

import org.jspecify.annotations.NullMarked;
