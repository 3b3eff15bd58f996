package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import rewardscope.compute.Compute;
import rewardscope.compute.ComputeDevice;
import rewardscope.compute.Devices;
import rewardscope.compute.Providers;
import rewardscope.sim.Frame;
import rewardscope.sim.View;

/// Chooses what neural networks compute on, says how fast that goes, and why another device cannot be used. Devices are
/// looked for when the menu is opened for the first time, off the JavaFX thread.
final class ComputeMenu {
    private static final String LOOKING = "Looking for devices …";

    // not a MenuButton: that one opens on pressing, and closes again on releasing where no window manager gives focus
    private final Button button = new Button("", new FontIcon(Material2MZ.MEMORY));
    private final ContextMenu menu = new ContextMenu(note(LOOKING));
    private final Consumer<Compute> chosen;
    private Optional<Devices> devices = Optional.empty();
    private Compute compute = Compute.STANDARD;
    private boolean filled;

    /// @param chosen called with the device that the user picks
    ComputeMenu(Consumer<Compute> chosen) {
        this.chosen = chosen;
        button.setTooltip(new Tooltip("What neural networks compute on; a run begins anew on another device"));
        button.setAccessibleText("Compute device");
        button.setId("compute");
        button.getStyleClass().addAll("flat", "compute-menu");
        button.setOnAction(_ -> toggle());
        appear(false);
    }

    Button node() {
        return button;
    }

    /// The list below the button.
    ContextMenu menu() {
        return menu;
    }

    private void toggle() {
        if (menu.isShowing()) {
            menu.hide();
        } else {
            look();
            menu.show(button, Side.BOTTOM, 0, 0);
        }
    }

    void offer(Devices offered) {
        devices = Optional.of(offered);
    }

    void select(Compute wanted) {
        compute = wanted;
        filled = false;
    }

    /// The device of the run on the stage, and a language model's tokens a second while it runs.
    void show(Frame frame) {
        boolean moves = frame.experiment().agentType().anyDevice();
        appear(moves && devices.isPresent());
        if (!moves) {
            return;
        }
        Compute at = frame.experiment().compute();
        if (!at.equals(compute)) {
            select(at);
        }
        String name = at.chosen().map(ComputeDevice::name).orElse("auto");
        double rate = frame.view().world() instanceof View.World.Language(var look)
                ? frame.actsPerSecond() * look.tokensPerUpdate()
                : 0;
        String text = (rate < 1 ? name : String.format(Locale.ROOT, "%s · %,.0f tokens/s", name, rate)) + "  ▾";
        if (!text.equals(button.getText())) {
            button.setText(text);
        }
    }

    private void appear(boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private void look() {
        if (filled || devices.isEmpty()) {
            return;
        }
        filled = true;
        menu.getItems().setAll(note(LOOKING));
        Devices asked = devices.get();
        CompletableFuture.supplyAsync(() -> {
                    asked.usable();
                    return asked.providers();
                })
                .thenAcceptAsync(found -> fill(asked, found), Platform::runLater);
    }

    private void fill(Devices asked, List<Providers.Found> found) {
        var items = new ArrayList<MenuItem>();
        var group = new ToggleGroup();
        items.add(choice("auto   the best of the application's own", Compute.STANDARD, group));
        for (ComputeDevice device : asked.usable()) {
            items.add(choice(device.name() + "   " + device.description(), Compute.on(device), group));
        }
        items.add(note("DQN, TRPO and PPO take only their batches to a graphics card, and act on the processor. With"
                + " networks of 64 by 64 units the processor is usually faster for both."));
        items.add(note("All other agents stay on the processor: they put no batches through a network."));
        for (Providers.Found each : found) {
            each.problem().ifPresent(why -> items.add(note(each.name() + " cannot be used: " + why)));
        }
        menu.getItems().setAll(items);
    }

    private MenuItem choice(String text, Compute choice, ToggleGroup group) {
        var item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(name(choice).equals(name(compute)));
        item.setOnAction(_ -> chosen.accept(choice));
        return item;
    }

    private static String name(Compute choice) {
        return choice.chosen().map(ComputeDevice::name).orElse("");
    }

    private static MenuItem note(String text) {
        var item = new CustomMenuItem(new Note(text), false);
        item.setText(text);
        return item;
    }

    /// A sentence among the choices, in lines that fit a small window. A menu asks for a width first and then, of what
    /// has that width, for the height of a single line.
    private static final class Note extends Label {
        private static final double MOST_EM = 36;

        Note(String text) {
            super(text);
            setWrapText(true);
            getStyleClass().add("compute-note");
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(super.computePrefWidth(height), MOST_EM * getFont().getSize());
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }
    }
}
