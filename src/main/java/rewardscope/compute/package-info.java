/// Compute backends: where float32 buffers live and which kernels run on them.
///
/// [rewardscope.compute.ComputeBackend] is the contract: buffers are handles, nothing assumes that their memory is the
/// host's. [rewardscope.compute.ComputeProvider] is how a backend is found (`java.util.ServiceLoader`, on the class path
/// or in a jar in `plugins/`); [rewardscope.compute.Providers] finds them all and turns a broken one into a sentence.
///
/// Two backends live here. `ejml` is the reference: every kernel reads like its formula. `simd` (JDK Vector API, blocked,
/// several threads) is the default where `jdk.incubator.vector` is there. A backend is bit-exact whatever the number of
/// its threads: threads divide outputs among them, never a sum.
///
/// Imports: math. Imported by: nn, and plugins.
@NullMarked
package rewardscope.compute;

import org.jspecify.annotations.NullMarked;
