package rewardscope.cli;

import java.util.Optional;

/// Says whether a formula can be laid out: what only the window's typesetter knows.
@FunctionalInterface
public interface FormulaProof {
    /// @param message what is wrong, without a full stop
    /// @param cure what to write instead, or empty
    record Fault(String message, String cure) {}

    /// @param latex without dollars
    Optional<Fault> fault(String latex);
}
