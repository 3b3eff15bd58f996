package rewardscope.language.stage;

import java.util.Arrays;

/// Which of the numbers that the scalar head gives is the reward of an answer: one for every token, and a whole answer
/// has but one reward.
enum RewardHead {
    /// The mean over the answer's tokens. A preference pulls at every word that may be the reason for it, so that a few
    /// labels go a long way: from sixty of them it is right more often than the last number by about three in a hundred.
    MEAN,

    /// The number after the last token, as in Ouyang et al. (2022). It sees the whole answer, but has to learn from the
    /// labels how to look back at it.
    LAST;

    /// The reward of every beginning of an answer; the last entry is that of the whole.
    ///
    /// @param scalars of the head: before the first token of the answer, after it, ..., after the last one
    double[] prefixes(double[] scalars) {
        double[] rewards = scalars.clone();
        if (this == MEAN) {
            double sum = 0;
            for (int k = 1; k < scalars.length; k++) {
                sum += scalars[k];
                rewards[k] = sum / k;
            }
        }
        return rewards;
    }

    /// The reward of the answer in a row.
    double of(double[] scalars, Rows batch, int row) {
        return prefixes(Arrays.copyOfRange(scalars, batch.first[row], batch.last[row] + 1))[batch.length[row]];
    }

    /// Passes a slope of the answer's reward on to the numbers it is made of.
    ///
    /// @param dScalar (B·T), added to
    void addSlope(double dReward, Rows batch, int row, double[] dScalar) {
        switch (this) {
            case MEAN -> {
                for (int i = batch.first[row] + 1; i <= batch.last[row]; i++) {
                    dScalar[i] += dReward / batch.length[row];
                }
            }
            case LAST -> dScalar[batch.last[row]] += dReward;
        }
    }
}
