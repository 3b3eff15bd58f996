package rewardscope.ui.welcome;

import java.util.List;
import javafx.scene.layout.Pane;

/// The window, as far as a newcomer is shown around in it.
public interface WelcomeHost {
    /// What the page and the tour lie over: all of the window. Its children that are not managed stay where they are put.
    Pane window();

    /// Opens the rat on its track and lets it run.
    void watchTheRat();

    /// Opens the first lesson.
    void beginTheCourse();

    void openPlayground();

    /// What there is to see, in the order of the tour.
    List<Tour.Stop> stops();

    /// Gives the keyboard back to the window.
    void focusWindow();
}
