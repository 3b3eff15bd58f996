package rewardscope.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import rewardscope.sim.Command;
import rewardscope.ui.Pane;
import rewardscope.ui.Pointing;
import rewardscope.ui.chart.ChartPane;
import rewardscope.ui.compare.ComparePane;
import rewardscope.ui.equation.EquationPane;
import rewardscope.ui.formula.Formulas;
import rewardscope.ui.inside.InsidePane;
import rewardscope.ui.lab.ProbePane;
import rewardscope.ui.lesson.LessonPane;
import rewardscope.ui.parameters.ParametersPane;
import rewardscope.ui.stage.StagePane;
import rewardscope.ui.table.TablePane;
import rewardscope.ui.theme.Sheets;

/// The panes of one window, made together because they share what is pointed at.
///
/// @param instruments the tabs below the equation, by title
record PaneSet(
        Pointing pointing,
        StagePane stage,
        EquationPane equation,
        LatePane<ChartPane> charts,
        LatePane<InsidePane> inside,
        LatePane<ComparePane> compare,
        Map<String, Pane> instruments,
        LessonPane lesson) {
    static final String CHARTS = "Charts";
    static final String TABLE = "Table";
    static final String ANSWERS = "Answers";
    static final String INSIDE = "Inside";
    static final String COMPARE = "Compare";
    static final String PARAMETERS = "Parameters";
    static final String LOG = "Log";

    static PaneSet create(Consumer<Command> commands, Formulas formulas, LessonHost host) {
        var pointing = new Pointing();
        var instruments = new LinkedHashMap<String, Pane>();
        var charts = new LatePane<>(() -> new ChartPane(commands));
        instruments.put(CHARTS, charts);
        instruments.put(TABLE, new LatePane<>(() -> new TablePane(pointing, commands)));
        instruments.put(ANSWERS, new LatePane<>(() -> new ProbePane(commands)));
        var inside = new LatePane<>(InsidePane::new);
        instruments.put(INSIDE, inside);
        var compare = new LatePane<>(ComparePane::new);
        instruments.put(COMPARE, compare);
        instruments.put(PARAMETERS, new LatePane<>(() -> new ParametersPane(commands)));
        instruments.put(LOG, new LatePane<>(LogPane::new));
        return new PaneSet(
                pointing,
                new StagePane(pointing, commands),
                new EquationPane(formulas, pointing, commands),
                charts,
                inside,
                compare,
                instruments,
                new LessonPane(formulas, host));
    }

    List<Pane> all() {
        var all = new ArrayList<Pane>();
        all.add(stage);
        all.add(equation);
        all.addAll(instruments.values());
        return all;
    }

    void styleSheet(Scene scene) {
        Sheets.dress(scene);
    }

    void reduceMotion(boolean reduced) {
        stage.setReducedMotion(reduced);
        equation.setReducedMotion(reduced);
    }

    /// @param textScale 1 for 16-pixel body text
    void scale(double textScale) {
        equation.setZoom(textScale);
        lesson.setTextScale(textScale);
    }
}
