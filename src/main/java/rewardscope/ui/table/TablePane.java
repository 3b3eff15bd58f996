package rewardscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import rewardscope.agent.StepEvent.Place;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// The agent's table. The cells that can be seen read the latest frame themselves; no row is ever made anew.
public final class TablePane implements Pane {
    private final StackPane root = new StackPane();
    private final TableView<Integer> table = new TableView<>();
    private final Label empty = new Label("This agent keeps no table of values.");
    private final Pointing pointing;
    private final Consumer<Command> commands;
    private final List<NumberCell> cells = new ArrayList<>();

    private Optional<Contents> contents = Optional.empty();
    private List<Contents.Column> columns = List.of();
    private List<String> names = List.of();

    public TablePane(Pointing pointing, Consumer<Command> commands) {
        this.pointing = pointing;
        this.commands = commands;
        root.getStyleClass().add("table-pane");
        Sheets.need(root, "table");
        empty.getStyleClass().add("empty-note");
        table.setPlaceholder(new Label());
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setFixedCellSize(28);
        table.setAccessibleText("Table of values");
        root.getChildren().addAll(table, empty);
        root.setMinSize(160, 80);
        pointing.place().subscribe(place -> {
            place.ifPresent(this::reveal);
            repaint();
        });
        pointing.pinned().subscribe(_ -> repaint());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        var now = new Contents(frame.view());
        contents = Optional.of(now);
        List<Contents.Column> wanted = now.columns();
        boolean other = !wanted.equals(columns) || table.getItems().size() != now.rows() || !sameNames(now);
        if (other) {
            rebuild(now, wanted);
        } else {
            repaint();
        }
        table.setVisible(!wanted.isEmpty());
        empty.setVisible(wanted.isEmpty());
    }

    @Override
    public int mostPerSecond() {
        return 10;
    }

    @Override
    public void use(Palette palette) {
        repaint();
    }

    private boolean sameNames(Contents now) {
        int rows = now.rows();
        return names.size() == rows
                && (rows == 0 || (names.getFirst().equals(now.name(0)) && names.getLast().equals(now.name(rows - 1))));
    }

    private void rebuild(Contents now, List<Contents.Column> wanted) {
        columns = wanted;
        cells.clear();
        var rows = new ArrayList<Integer>();
        var rowNames = new ArrayList<String>();
        for (int row = 0; row < now.rows(); row++) {
            rows.add(row);
            rowNames.add(now.name(row));
        }
        names = rowNames;
        var made = new ArrayList<TableColumn<Integer, Integer>>();
        var first = new TableColumn<Integer, Integer>(now.firstTitle());
        first.setCellFactory(_ -> register(new NumberCell(this, Optional.empty())));
        first.setPrefWidth(90);
        made.add(first);
        for (Contents.Column column : wanted) {
            var each = new TableColumn<Integer, Integer>(column.title());
            each.setCellFactory(_ -> register(new NumberCell(this, Optional.of(column))));
            each.setPrefWidth(Math.max(90, 24 + 9 * column.title().length()));
            made.add(each);
        }
        for (TableColumn<Integer, Integer> each : made) {
            each.setSortable(false);
            each.setReorderable(false);
        }
        ObservableList<Integer> items = FXCollections.observableList(rows);
        table.getColumns().setAll(made);
        table.setItems(items);
    }

    private NumberCell register(NumberCell cell) {
        cells.add(cell);
        return cell;
    }

    private void repaint() {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).paint();
        }
    }

    private void reveal(Place place) {
        if (contents.isEmpty() || table.isHover() || columns.isEmpty()) {
            return;
        }
        int row = contents.get().rowOf(place);
        boolean seen = cells.stream().anyMatch(cell -> cell.getIndex() == row && cell.isShown(table));
        if (!seen && row >= 0 && row < table.getItems().size()) {
            table.scrollTo(Math.max(0, row - 2));
        }
    }

    // -- what the cells ask

    Optional<Contents> contents() {
        return contents;
    }

    Pointing pointing() {
        return pointing;
    }

    String nameOf(int row) {
        return names.get(row);
    }

    /// Pins an entry and asks why it has its value.
    void explain(Place place) {
        pointing.pinned().set(Optional.of(place));
        commands.accept(new Command.Explain(place));
    }

    /// For tests.
    TableView<Integer> table() {
        return table;
    }
}
