package rewardscope.nn.mlp;

/// What a hidden layer does to its weighted sums.
public enum Activation {
    /// y = tanh x, dy/dx = 1 − y²
    TANH,
    /// y = max(0, x), dy/dx = [y > 0]
    RELU,
    /// y = x
    IDENTITY
}
