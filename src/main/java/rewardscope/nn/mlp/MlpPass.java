package rewardscope.nn.mlp;

/// The work space of one network for batches of up to `capacity` rows: forward, backward and tangent. Several passes
/// may share a network; one pass belongs to one thread. [Passes] makes them.
public sealed interface MlpPass permits HostPass, DevicePass {
    Mlp net();

    /// The most rows of a batch.
    int capacity();

    /// @param x    [rows][inputs], row after row; kept (not copied) until backward has run, so leave it as it is
    /// @return     [rows][outputs], row after row; owned by this pass, overwritten by the next forward
    double[] forward(double[] x, int rows);

    /// Of the latest forward.
    double[] outputs();

    /// gradient += ∂loss/∂θ of the latest forward.
    ///
    /// @param dOutputs  ∂loss/∂outputs, [rows][outputs]; not modified
    /// @param gradient  as long as θ; added to
    void backward(double[] dOutputs, double[] gradient);

    /// The change of the outputs per unit step of θ along `direction` (J·v), at the latest forward.
    ///
    /// @param direction as long as θ; not modified
    /// @return          [rows][outputs]; owned by this pass
    double[] tangent(double[] direction);
}
