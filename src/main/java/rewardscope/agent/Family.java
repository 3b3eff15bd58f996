package rewardscope.agent;

/// The families of algorithms, in the order of a course.
public enum Family {
    NO_LEARNING("No learning"),
    BANDIT("Bandits"),
    PLANNING("Planning with the model"),
    PREDICTION("Prediction"),
    CONTROL("Control"),
    APPROXIMATION("Function approximation"),
    POLICY_GRADIENT("Policy gradient"),
    LANGUAGE("Language models");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /// As shown on the screen.
    public String title() {
        return title;
    }
}
