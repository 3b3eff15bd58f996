package rewardscope.ui.shell;

/// What the lesson pane may ask of the window.
final class LessonHost {
    private final Desk desk;

    LessonHost(Desk desk) {
        this.desk = desk;
    }
}
