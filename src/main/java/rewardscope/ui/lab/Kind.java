package rewardscope.ui.lab;

/// The kinds of feedback, in the order of their keys.
public enum Kind {
    CHOICE("Choose", "Which answer is better?", 2),
    RANKING("Rank", "Order the answers from best to worst.", 4),
    RATING("Rate", "How good is this answer?", 1),
    HARM("Okay or harmful", "Does this answer do harm?", 1),
    CORRECTION("Correct", "Write a better answer. It becomes a demonstration.", 1),
    REMARK("Comment", "Say in your own words what you think of it.", 1);

    private final String title;
    private final String task;
    private final int answers;

    Kind(String title, String task, int answers) {
        this.title = title;
        this.task = task;
        this.answers = answers;
    }

    public String title() {
        return title;
    }

    public String task() {
        return task;
    }

    /// How many answers it is about.
    public int answers() {
        return answers;
    }
}
