package rewardscope.ui.access;

/// What somebody has chosen.
///
/// @param still whether nothing moves to explain itself
/// @param tones whether TD errors can be heard
public record Access(boolean still, boolean tones) {
    public Access withStill(boolean wanted) {
        return new Access(wanted, tones);
    }

    public Access withTones(boolean wanted) {
        return new Access(still, wanted);
    }
}
