package rewardscope.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.ui.Pane;

/// The tabs below the equation: which there are for what is on the stage, which one is in front, and whether they have the
/// whole height. They are made when they are first needed.
final class Instruments {
    private final Card slot = new Card();
    private final TabPane tabs = new TabPane();
    private final ToggleButton enlarge = new ToggleButton("", new FontIcon(Material2MZ.OPEN_IN_FULL));
    private final Map<String, Pane> panes;
    private final Runnable tabChosen;
    private final Runnable resized;
    private final Map<String, Tab> byName = new LinkedHashMap<>();
    private Set<String> leftOut = Set.of();
    private String chosen = "";

    /// @param panes by title
    /// @param tabChosen called when another tab has come forward
    /// @param resized called when they are to have the whole height, or no longer
    Instruments(Map<String, Pane> panes, Runnable tabChosen, Runnable resized) {
        this.panes = panes;
        this.tabChosen = tabChosen;
        this.resized = resized;
    }

    Node node() {
        return slot;
    }

    /// Makes the tabs, if they are not there yet.
    void fill() {
        if (!byName.isEmpty()) {
            return;
        }
        panes.forEach((title, pane) -> {
            var tab = new Tab(title, pane.node());
            tab.setClosable(false);
            byName.put(title, tab);
            tabs.getTabs().add(tab);
        });
        tabs.getStyleClass().add("instruments");
        arrange();
        if (byName.containsKey(chosen)) {
            tabs.getSelectionModel().select(byName.get(chosen));
        }
        tabs.getSelectionModel().selectedItemProperty().subscribe(tabChosen);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> chosen = tab == null ? "" : tab.getText());
        StackPane.setAlignment(enlarge, Pos.TOP_RIGHT);
        StackPane.setMargin(enlarge, new Insets(4));
        enlarge.setId("enlarge");
        enlarge.getStyleClass().add("enlarge");
        enlarge.setTooltip(new Tooltip("The whole height for this, or back (E)"));
        enlarge.setAccessibleText("The whole height for charts, tables and figures");
        enlarge.setOnAction(_ -> resized.run());
        slot.setContent(tabs, enlarge);
    }

    /// Leaves out tabs that have nothing to show for what is on the stage.
    void leaveOut(Set<String> titles) {
        if (titles.equals(leftOut)) {
            return;
        }
        leftOut = Set.copyOf(titles);
        arrange();
    }

    private void arrange() {
        int at = 0;
        for (var each : byName.entrySet()) {
            boolean there = tabs.getTabs().contains(each.getValue());
            if (leftOut.contains(each.getKey())) {
                tabs.getTabs().remove(each.getValue());
                continue;
            }
            if (!there) {
                tabs.getTabs().add(at, each.getValue());
            }
            at++;
        }
    }

    boolean enlarged() {
        return enlarge.isSelected();
    }

    void toggleEnlarged() {
        fill();
        enlarge.setSelected(!enlarge.isSelected());
    }

    /// Says what to do when another one comes to be seen.
    void whenBroughtForward(Runnable shown) {
        tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> Platform.runLater(shown));
    }

    /// Brings one forward by its title.
    void bringForward(String title) {
        fill();
        var tab = byName.get(title);
        if (tab != null) {
            tabs.getSelectionModel().select(tab);
        }
    }

    /// The title of the one in front.
    String chosen() {
        return chosen;
    }

    /// The one that is in front as soon as there are tabs.
    void choose(String title) {
        chosen = title;
        if (byName.containsKey(title)) {
            bringForward(title);
        }
    }
}
