/// Small dense networks, for policies, values and Q: the 64-64 nets of policy-gradient agents and DQN.
///
/// ```java
/// var policy = new Mlp(Activation.TANH, 4, 64, 64, 2);          // inputs, hidden layers, outputs
/// Initialisation.orthogonal(policy, Math.sqrt(2), 0.01, random); // gain of hidden layers, of the output layer
/// var adam = Adam.of(policy.parameterCount(), 2.5e-4);
/// var pass = Passes.HOST.of(policy, 128);                        // work space for up to 128 rows
/// var gradient = new double[policy.parameterCount()];
///
/// double[] logits = pass.forward(observations, rows);            // [rows][outputs], row after row
/// Arrays.fill(gradient, 0);
/// pass.backward(dLossDLogits, gradient);                         // adds ∂L/∂θ of the latest forward
/// GradientClipping.globalNorm(0.5, gradient);
/// adam.step(policy.parameters(), gradient);
/// ```
///
/// What this package owns: the flat parameter vector of a network ([rewardscope.nn.mlp.Mlp#parameters()]: layer after
/// layer, each the weights feature-major `W[in][out]`, then the biases), the hand-written forward, backward and tangent
/// (J·v) passes as pairs, and optimisers with PyTorch's arithmetic. A pass allocates nothing. Everything is a pure
/// function of its inputs and its device, bit for bit: on the processor each output element is one chain of fused
/// multiply-adds in ascending order, and vector lanes run along the outputs, so that the kernels on the Vector API and
/// the plain loops give the same bits.
///
/// Where a pass is computed is decided by who makes it. [rewardscope.nn.mlp.Passes] makes those of batches: on the
/// processor in float64 ([rewardscope.nn.mlp.HostPass]), or in float32 on the device that was chosen, of which many
/// have no float64. θ itself, the loss and the optimiser stay in float64 on the processor, so that a run's state holds
/// nothing of the device and a run that loses it goes on here. Acting stays here always: it is one row through 64 by 64
/// weights, a few microseconds, and the environment waits for it, while a graphics card needs more to start one kernel
/// and hand one number back. A minibatch of 128 is a few millions of operations, no more than starting its forty
/// kernels costs; that is why nobody is moved who did not ask. Hidden layers of several hundred units are what a card
/// is for.
///
/// TRPO's Fisher-vector product is `pass.tangent(v)`, then multiplying each row by the Fisher matrix of the action
/// distribution, then `pass.backward(...)`.
///
/// Imports: compute, math. Imported by: agent, language.
@NullMarked
package rewardscope.nn.mlp;

import org.jspecify.annotations.NullMarked;
