package rewardscope.cli;

/// A compute backend, whether it can be used here or not.
///
/// @param name as results name it
/// @param description what it is
/// @param reason why it cannot be used here; empty if it can
public record Device(String name, String description, String reason) {}
