package rewardscope.agent;

/// What an act completed, as bits, so that a runner can count without a record being made.
public final class Mark {
    /// One action was taken in the environment.
    public static final int STEP = 1;

    /// An episode ended.
    public static final int EPISODE = 2;

    /// Every state was backed up once more.
    public static final int SWEEP = 4;

    /// A batch of experience was turned into one change of the parameters.
    public static final int UPDATE = 8;

    private Mark() {}
}
