/// A plugin: neural networks on whatever speaks OpenCL 1.2, graphics cards first.
///
/// It is packaged as a jar of its own and sees `rewardscope.compute` and the JDK, nothing else of the application; the
/// application knows nothing of it. The kernels are plain text in the `.cl` files beside these classes.
///
/// - [rewardscope.compute.opencl.OpenClProvider]: says whether there is an OpenCL here, and which devices it has.
/// - [rewardscope.compute.opencl.Binding]: the few calls that are made into OpenCL, as an interface, so that tests can let
///   any of them fail; [rewardscope.compute.opencl.Lwjgl] makes them.
/// - [rewardscope.compute.opencl.Card]: one device with its compiled kernels and its pool of memory, shared by all runs.
/// - [rewardscope.compute.opencl.Session]: one run's queue on it. Every kernel is enqueued and returns at once; only
///   reading back waits.
/// - [rewardscope.compute.opencl.OpenClBackend]: the kernels of `ComputeBackend`, in terms of a session.
///
/// No sum depends on the order in which work-items finish: results are the same bits every time on the same device.
///
/// Imports: compute.
@NullMarked
package rewardscope.compute.opencl;

import org.jspecify.annotations.NullMarked;
