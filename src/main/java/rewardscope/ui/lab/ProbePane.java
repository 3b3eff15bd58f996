package rewardscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rewardscope.language.stage.LabLook;
import rewardscope.language.stage.LanguageLab;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.World;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.Pane;
import rewardscope.ui.stage.Numbers;
import rewardscope.ui.theme.Palette;
import rewardscope.ui.theme.Sheets;

/// What the run's networks make of any answer: type one, or let a model write one, and see its reward word by word.
public final class ProbePane implements Pane {
    private static final String LATEST = "latest";
    private static final String FIRST = "i do not know .";

    private final Consumer<Command> commands;
    private final BorderPane root = new BorderPane();
    private final ComboBox<String> prompt = new ComboBox<>();
    private final ComboBox<String> model = new ComboBox<>();
    private final TextField answer = new TextField();
    private final Label verdict = new Label();
    private final ProbeView view = new ProbeView();
    private Optional<World> world = Optional.empty();
    private Optional<WordCompletion> completion = Optional.empty();
    private long seen = -1;
    private boolean asking;
    private boolean stale;
    private long seed;

    public ProbePane(Consumer<Command> commands) {
        this.commands = commands;
        root.getStyleClass().add("chart-pane");
        Sheets.need(root, "lab");
        prompt.setAccessibleText("Prompt");
        prompt.setVisibleRowCount(14);
        prompt.setPrefWidth(230);
        prompt.setMinWidth(120);
        prompt.valueProperty().subscribe(_ -> ask(false));
        model.setAccessibleText("Model");
        model.getItems().setAll(LATEST);
        model.setValue(LATEST);
        model.setMinWidth(100);
        model.setTooltip(new Tooltip("Whose log-probabilities are shown, and who writes"));
        model.valueProperty().subscribe(_ -> ask(false));
        answer.setPromptText("type an answer");
        answer.setAccessibleText("An answer to judge");
        answer.textProperty().subscribe(_ -> ask(false));
        answer.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(answer, Priority.ALWAYS);
        var write = new Button("Let it write");
        write.setTooltip(new Tooltip("The model answers, another time with every click"));
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.setOnAction(_ -> write());
        var line = new HBox(8, prompt, answer, write, model);
        line.setAlignment(Pos.CENTER_LEFT);
        verdict.getStyleClass().add("probe-verdict");
        var top = new VBox(4, line, verdict);
        top.getStyleClass().add("probe-top");
        root.setTop(top);
        root.setCenter(view);
        root.setMinSize(160, 100);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        if (!(frame.view().world() instanceof View.World.Lab(LabLook look))) {
            return;
        }
        if (!world.equals(Optional.of(look.world()))) {
            begin(look.world());
        }
        if (frame.number() != seen) {
            seen = frame.number();
            ask(false);
        }
    }

    private void begin(World now) {
        world = Optional.of(now);
        completion = Optional.of(new WordCompletion(now.vocabulary()));
        prompt.getItems().setAll(now.prompts().stream().map(Prompt::text).toList());
        prompt.setValue(prompt.getItems().getFirst());
        if (completion.get().unknown(FIRST).isEmpty()) {
            answer.setText(FIRST);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            var words = completion.map(c -> c.completions(answer.getText(), 1)).orElse(List.of());
            if (!words.isEmpty()) {
                answer.setText(WordCompletion.completed(answer.getText(), words.getFirst()));
                answer.end();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.ENTER) {
            write();
            event.consume();
        }
    }

    private void write() {
        seed++;
        asking = false;
        ask(true);
    }

    /// One question at a time; what has changed meanwhile is asked next.
    private void ask(boolean written) {
        if (world.isEmpty() || prompt.getValue() == null) {
            return;
        }
        if (asking) {
            stale = true;
            return;
        }
        asking = true;
        stale = false;
        Prompt asked = world.get().prompts().stream()
                .filter(p -> p.text().equals(prompt.getValue()))
                .findFirst()
                .orElseThrow();
        var question = new Probe.Question(Optional.ofNullable(model.getValue()).filter(name -> !name.equals(LATEST)),
                asked, answer.getText(), written, seed);
        commands.accept(new Command.Inspect((timeline, _) -> {
            var found = timeline.present().agent() instanceof LanguageLab lab
                    ? Probe.of(lab, question)
                    : Optional.<Probe>empty();
            var models = timeline.present().agent() instanceof LanguageLab lab ? lab.models() : List.<String>of();
            Platform.runLater(() -> answered(found, models, written));
        }));
    }

    private void answered(Optional<Probe> found, List<String> models, boolean written) {
        var offered = new ArrayList<String>();
        offered.add(LATEST);
        offered.addAll(models);
        if (!model.getItems().equals(offered)) {
            String chosen = model.getValue();
            asking = true; // the choice is set back below, and nobody asked for that
            model.getItems().setAll(offered);
            model.setValue(offered.contains(chosen) ? chosen : LATEST);
        }
        if (written) {
            asking = true;
            found.ifPresent(probe -> answer.setText(probe.answer()));
            stale = false;
        }
        asking = false;
        view.show(found, note(models));
        verdict.setText(found.map(ProbePane::verdict).orElse(""));
        if (stale) {
            ask(false);
        }
    }

    private String note(List<String> models) {
        if (models.isEmpty()) {
            return "There is no model yet: run the first stage.";
        }
        return completion.flatMap(c -> c.unknown(answer.getText()))
                .map(word -> "“" + word + "” is not a word of this world." + completion
                        .map(c -> c.completions(answer.getText(), 6))
                        .filter(words -> !words.isEmpty())
                        .map(words -> " Tab takes the first of: " + String.join(", ", words) + ".")
                        .orElse(""))
                .orElse("");
    }

    private static String verdict(Probe probe) {
        String reward = Double.isFinite(probe.reward())
                ? "reward of the whole answer " + Numbers.signed(probe.reward())
                : "no reward model yet";
        String quality = probe.quality()
                .map(q -> String.format(Locale.ROOT,
                        "; true quality %.2f (helpful %s, honest %s, harmless %s, polite %s, fluent %s)",
                        q.total(), Numbers.brief(q.helpful()), Numbers.brief(q.honest()), Numbers.brief(q.harmless()),
                        Numbers.brief(q.polite()), Numbers.brief(q.fluent())))
                .orElse("");
        return reward + quality;
    }

    @Override
    public void use(Palette palette) {
        view.use(palette);
    }

    TextField answer() {
        return answer;
    }

    String verdict() {
        return verdict.getText();
    }
}
