package rewardscope.ui.welcome;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import rewardscope.ui.theme.Sheets;

/// Shows the page for newcomers or the tour, one at a time, and takes their keys.
public final class Welcome {
    private final WelcomeHost host;
    private Optional<StackPane> page = Optional.empty();
    private Optional<Tour> tour = Optional.empty();
    // in a pulse of its own: whoever changes sizes while sizes are worked out confuses the scene
    private final ChangeListener<Number> resized = (_, _, _) -> Platform.runLater(this::fit);
    private boolean welcomed;

    public Welcome(WelcomeHost host) {
        this.host = host;
    }

    /// Whether the page has been shown, now or in an earlier session.
    public boolean welcomed() {
        return welcomed;
    }

    /// It was shown before: it does not come by itself any more.
    public void beenHere() {
        welcomed = true;
    }

    public boolean shown() {
        return page.isPresent() || tour.isPresent();
    }

    /// Shows the page.
    public void greet() {
        if (shown()) {
            return;
        }
        welcomed = true;
        var content = new WelcomePage(
                () -> leave(host::watchTheRat),
                () -> leave(this::showAround),
                () -> leave(host::beginTheCourse),
                () -> leave(host::openPlayground),
                () -> leave(() -> {}));
        var layer = new StackPane(content.node());
        layer.getStyleClass().add("welcome-layer");
        Sheets.need(layer, "welcome");
        layer.setManaged(false);
        host.window().widthProperty().addListener(resized);
        host.window().heightProperty().addListener(resized);
        host.window().getChildren().add(layer);
        page = Optional.of(layer);
        fit();
        content.first().requestFocus();
    }

    /// Begins the tour.
    public void showAround() {
        if (shown()) {
            return;
        }
        welcomed = true;
        var begun = new Tour(host.window(), host.stops(), () -> {
            tour = Optional.empty();
            host.focusWindow();
        });
        tour = Optional.of(begun);
        begun.start();
    }

    private void fit() {
        page.ifPresent(layer ->
                layer.resizeRelocate(0, 0, host.window().getWidth(), host.window().getHeight()));
    }

    private void leave(Runnable then) {
        host.window().widthProperty().removeListener(resized);
        host.window().heightProperty().removeListener(resized);
        page.ifPresent(layer -> host.window().getChildren().remove(layer));
        page = Optional.empty();
        host.focusWindow();
        then.run();
    }

    /// Does what a key means here.
    ///
    /// @return whether the window must not have it
    public boolean press(KeyCode key) {
        if (tour.isPresent()) {
            switch (key) {
                case RIGHT, ENTER, SPACE, PAGE_DOWN -> tour.get().next();
                case LEFT, PAGE_UP -> tour.get().back();
                case ESCAPE -> tour.get().end();
                default -> {}
            }
            return true;
        }
        if (page.isEmpty() || key == KeyCode.TAB || key == KeyCode.SPACE) {
            return false;
        }
        switch (key) {
            case ESCAPE -> leave(() -> {});
            case ENTER -> {
                if (page.get().getScene().getFocusOwner() instanceof ButtonBase button) {
                    button.fire();
                }
            }
            default -> {}
        }
        return true;
    }
}
