/// What an installation says about itself: solvers against closed forms, compute devices against each other, Java,
/// memory, folders. Each check is one [rewardscope.sim.health.Finding]; none of them throws, and none knows JavaFX.
@NullMarked
package rewardscope.sim.health;

import org.jspecify.annotations.NullMarked;
