/// Environments: what an agent acts in. Episodes follow the Gymnasium convention, `reset` then `step` until
/// `terminated` (the task is over: nothing to bootstrap from) or `truncated` (time is up: bootstrap as usual).
///
/// Imports `math` alone. It owns the finite model ([rewardscope.env.FiniteMdp]), which gridworlds, tracks, mazes and
/// written-out MDPs all become: one sampler ([rewardscope.env.MdpEnvironment]) plays every one of them, so that
/// planning and learning see the very same world. Termination belongs to a transition, not to a state: that is how an
/// `exit` action can end an episode in a cell that has a value of its own.
@NullMarked
package rewardscope.env;

import org.jspecify.annotations.NullMarked;
