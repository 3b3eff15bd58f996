package rewardscope.ui.share;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// The button of the toolbar behind which everything leaves the window, and comes back.
public final class ShareMenu {
    private final Sharing sharing;
    private final Exports exports;
    private final MenuButton button = new MenuButton("", new FontIcon(Material2MZ.SHARE));

    public ShareMenu(ShareHost host) {
        sharing = new Sharing(host);
        exports = new Exports(host);
        var pictures = new Menu("Picture of (PNG, SVG)");
        button.setOnShowing(_ -> pictures.getItems().setAll(host.panes().entrySet().stream()
                .map(pane -> item(pane.getKey() + " …", () -> exports.picture(pane.getKey(), pane.getValue())))
                .toList()));
        button.setTooltip(new Tooltip("Share and export: texts, files, pictures, tables (S)"));
        button.setAccessibleText("Share and export");
        button.setId("share");
        button.getItems()
                .addAll(
                        item("Copy this run, at its step  (Ctrl+C)", sharing::copyRun),
                        item("Copy the experiment alone", sharing::copyExperiment),
                        item("Save this run, at its step …", sharing::saveRun),
                        new SeparatorMenuItem(),
                        item("Paste a run that somebody copied  (Ctrl+V)", sharing::paste),
                        item("Open a run from a file …  (Ctrl+O)", sharing::openFile),
                        new SeparatorMenuItem(),
                        pictures,
                        item("Moving picture of the run (GIF) …", exports::film),
                        item("Table of all curves (CSV) …", exports::curves),
                        item("Table of the comparison (CSV) …", exports::comparison));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    public MenuButton node() {
        return button;
    }

    public Sharing sharing() {
        return sharing;
    }

    public Exports exports() {
        return exports;
    }

    /// Shows what there is to choose.
    public void open() {
        button.requestFocus();
        button.show();
    }
}
