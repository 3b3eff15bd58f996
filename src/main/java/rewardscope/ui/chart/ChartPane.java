package rewardscope.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import rewardscope.sim.Command;
import rewardscope.sim.Curve;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// The curves of the run, as many side by side as are chosen, one of them drawn at a time.
public final class ChartPane implements Pane {
    private static final long PAUSE_NANOS = 45_000_000;
    private static final double WIDTH_OF_ONE = 300;

    private final BorderPane root = new BorderPane();
    private final HBox choice = new HBox();
    private final HBox charts = new HBox();
    private final MenuButton menu = new MenuButton("Curves");
    private final Label empty = new Label("Curves appear here when the first episode, sweep or update is over.");
    private final Consumer<Command> commands;
    private final ChartFonts fonts = ChartFonts.load();
    private final Map<String, CurveChart> byName = new LinkedHashMap<>();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final PauseTransition later = new PauseTransition(Duration.millis(60));

    private Palette palette = Palette.LIGHT;
    private Optional<Frame> latest = Optional.empty();
    private long drawnAt = Long.MIN_VALUE / 2;
    private int next = -1;
    private int behind;
    private Optional<String> wanted = Optional.empty();
    private boolean chosenByHand;

    public ChartPane(Consumer<Command> commands) {
        this.commands = commands;
        root.getStyleClass().add("chart-pane");
        Sheets.need(root, "chart");
        choice.getStyleClass().add("chart-choice");
        choice.setAlignment(Pos.CENTER_RIGHT);
        charts.getStyleClass().add("charts");
        empty.getStyleClass().add("empty-note");
        root.setTop(choice);
        root.setCenter(new StackPane(charts, empty));
        root.setMinSize(160, 100);
        root.widthProperty().subscribe(() -> {
            chipsOrMenu();
            asManyAsFit();
        });
        menu.setId("curves");
        menu.getStyleClass().add("chip");
        later.setOnFinished(_ -> drawNext());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        latest = Optional.of(frame);
        behind = Math.max(1, charts.getChildren().size());
        if (charts.getChildren().isEmpty() || System.nanoTime() - drawnAt >= PAUSE_NANOS) {
            drawNext();
        } else if (later.getStatus() != Animation.Status.RUNNING) {
            later.playFromStart();
        }
    }

    @Override
    public int mostPerSecond() {
        return 20;
    }

    @Override
    public void use(Palette palette) {
        this.palette = palette;
        byName.values().forEach(chart -> chart.use(palette));
    }

    /// Which curves are shown, from left to right.
    public List<String> shown() {
        return charts.getChildren().stream()
                .map(node -> ((CurveChart) node).kind().name())
                .toList();
    }

    /// Draws all charts at once, for pictures.
    public void drawNow() {
        later.stop();
        latest.ifPresent(frame -> {
            offerNew(frame);
            for (int i = 0; i < charts.getChildren().size(); i++) {
                draw(frame, i);
            }
        });
        behind = 0;
    }

    /// Draws one chart, and the others in later pulses, so that no frame has to wait for all of them.
    private void drawNext() {
        if (latest.isEmpty() || behind == 0) {
            return;
        }
        drawnAt = System.nanoTime();
        offerNew(latest.get());
        int count = charts.getChildren().size();
        if (count == 0) {
            behind = 0;
            return;
        }
        next = (next + 1) % count;
        draw(latest.get(), next);
        behind = Math.min(behind, count) - 1;
        if (behind > 0) {
            later.playFromStart();
        }
    }

    private void offerNew(Frame frame) {
        List<String> names = names(frame);
        if (!names.equals(List.copyOf(byName.keySet()))) {
            offer(names);
        }
        empty.setVisible(names.isEmpty());
    }

    private void draw(Frame frame, int index) {
        var chart = (CurveChart) charts.getChildren().get(index);
        chart.show(lines(frame, chart.kind().name()));
    }

    private static List<String> names(Frame frame) {
        return frame.view().curves().stream()
                .filter(curve -> curve.size() > 0)
                .map(Curve.Points::name)
                .sorted(Comparator.comparingInt(name -> CurveKind.of(name).rank()))
                .toList();
    }

    private static List<CurveLine> lines(Frame frame, String name) {
        var lines = new ArrayList<CurveLine>();
        for (int i = 0; i < frame.views().size(); i++) {
            View view = frame.views().get(i);
            String label = frame.views().size() > 1 ? view.label() : "";
            boolean active = i == frame.active();
            view.curves().stream()
                    .filter(curve -> curve.name().equals(name))
                    .findFirst()
                    .ifPresent(points -> lines.add(new CurveLine(label, points, view.counts().acts(), active)));
        }
        return lines;
    }

    private void offer(List<String> names) {
        var wasOn = buttons.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        boolean any = names.stream().anyMatch(wasOn::contains);
        int fit = fit();
        byName.clear();
        buttons.clear();
        for (String name : names) {
            var chart = new CurveChart(CurveKind.of(name), fonts, act -> commands.accept(new Command.Seek(act)));
            chart.use(palette);
            HBox.setHgrow(chart, Priority.ALWAYS);
            byName.put(name, chart);
            var button = new ToggleButton(CurveKind.of(name).title());
            boolean isNew = any && !wasOn.contains(name) && wasOn.size() < fit;
            button.setSelected(any ? wasOn.contains(name) || isNew : names.indexOf(name) < fit);
            button.getStyleClass().add("chip");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                chosenByHand = true;
                arrange();
            });
            buttons.put(name, button);
        }
        bringWanted();
        menu.getItems().setAll(buttons.values().stream().map(ChartPane::item).toList());
        choice.setVisible(names.size() > 1);
        choice.setManaged(names.size() > 1);
        chipsOrMenu();
        arrange();
    }

    /// Shows a curve, now or as soon as it is there; if there is no room for one more, alone.
    public void bringForward(String name) {
        wanted = Optional.of(name);
        if (byName.containsKey(name)) {
            bringWanted();
            arrange();
        }
    }

    private void bringWanted() {
        wanted.filter(buttons::containsKey).ifPresent(name -> {
            wanted = Optional.empty();
            long on = buttons.values().stream().filter(ToggleButton::isSelected).count();
            if (!buttons.get(name).isSelected() && on >= fit()) {
                buttons.values().forEach(button -> button.setSelected(false));
            }
            buttons.get(name).setSelected(true);
            chosenByHand = true;
        });
    }

    private int fit() {
        return (int) Math.max(1, root.getWidth() / WIDTH_OF_ONE);
    }

    /// Shows more charts in a wider window, until somebody has chosen which.
    private void asManyAsFit() {
        int fit = fit();
        long on = buttons.values().stream().filter(ToggleButton::isSelected).count();
        if (chosenByHand || buttons.isEmpty() || on == Math.min(fit, buttons.size())) {
            return;
        }
        int i = 0;
        for (ToggleButton button : buttons.values()) {
            button.setSelected(i++ < fit);
        }
        arrange();
    }

    private static CheckMenuItem item(ToggleButton chip) {
        var item = new CheckMenuItem(chip.getText());
        item.selectedProperty().bindBidirectional(chip.selectedProperty());
        item.setOnAction(_ -> chip.getOnAction().handle(new ActionEvent()));
        return item;
    }

    /// A chip for each curve in one line, or a menu where they do not all fit.
    private void chipsOrMenu() {
        choice.getChildren().setAll(buttons.values());
        choice.applyCss();
        double wanted = choice.prefWidth(-1);
        if (root.getWidth() > 0 && wanted > root.getWidth() - root.snappedLeftInset() - root.snappedRightInset()) {
            choice.getChildren().setAll(menu);
        }
    }

    private void arrange() {
        long on = buttons.values().stream().filter(ToggleButton::isSelected).count();
        menu.setText("Curves: " + on + " of " + buttons.size());
        charts.getChildren()
                .setAll(byName.entrySet().stream()
                        .filter(e -> buttons.get(e.getKey()).isSelected())
                        .map(Map.Entry::getValue)
                        .toList());
        latest.ifPresent(frame -> {
            for (int i = 0; i < charts.getChildren().size(); i++) {
                draw(frame, i);
            }
        });
    }
}
