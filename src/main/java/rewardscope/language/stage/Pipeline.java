package rewardscope.language.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rewardscope.agent.Agent;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Hyperparameters;
import rewardscope.agent.Measured;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.world.Conversation;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.World;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// An agent of the language lab: goes through its stages one after the other, act by act.
public final class Pipeline implements Agent, LanguageLab, Measured {
    private final Lab lab;
    private final List<Stage> stages = new ArrayList<>();
    private final Samples samples = new Samples(this);
    private int current;
    private boolean begun;

    /// @param parts what it does, in order
    Pipeline(AgentSettings settings, List<Part> parts) {
        lab = new Lab(settings);
        for (Part part : parts) {
            stages.add(part.create(lab, stages.size()));
        }
        if (parts.getFirst() == Part.PRE_TRAIN) {
            begin();
        }
    }

    /// Later stages begin with networks that are loaded first.
    private void begin() {
        stages.getFirst().start();
        begun = true;
    }

    private Stage stage() {
        return stages.get(current);
    }

    @Override
    public void advance() {
        if (!begun) {
            begin();
        }
        if (stage().finished() && current + 1 < stages.size()) {
            stage().leave();
            current++;
            stage().start();
        }
        stage().advance();
        if (stage().finished()) {
            stage().end();
        }
    }

    @Override
    public StepEvent event() {
        return stage().event();
    }

    @Override
    public String backend() {
        return lab.backend().name();
    }

    @Override
    public void close() {
        lab.backend().close();
    }

    @Override
    public int marks() {
        return stage().marks;
    }

    @Override
    public boolean finished() {
        return current == stages.size() - 1 && stage().finished();
    }

    @Override
    public Conversation environment() {
        return lab.conversation;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return lab.settings.hyperparameters();
    }

    @Override
    public List<Series> series() {
        return stages.stream().flatMap(stage -> stage.series().stream()).toList();
    }

    @Override
    public World world() {
        return lab.world;
    }

    @Override
    public List<StageState> stages() {
        var states = new ArrayList<StageState>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double progress = i < current ? 1 : i > current ? 0 : stage.progress();
            states.add(new StageState(stage.name(), progress, i == current, i < current || stage.finished()));
        }
        return List.copyOf(states);
    }

    @Override
    public LabLook look() {
        return samples.look(current, stage().progress(), !begun || stage() instanceof TokenTraining)
                .withLabels(lab.labels.size(), lab.byPeople());
    }

    @Override
    public List<String> models() {
        return lab.networks().stream().filter(name -> !name.equals("reward") && !name.equals("critic")).toList();
    }

    @Override
    public Written write(String model, Prompt prompt, double temperature, long seed) {
        int[] answer = lab.speaker(lab.network(model)).answer(prompt, temperature, RandomStream.named(seed, "look"));
        return new Written(model, prompt, lab.words(answer), lab.world.judge(prompt, answer));
    }

    @Override
    public Optional<List<TokenView>> inspect(String model, Prompt prompt, String answer) {
        return lab.tokens(answer).map(tokens -> {
            var said = List.of(new Network.Said(prompt, tokens));
            Optional<double[]> logp = lab.find(model).map(network -> network.logps(said)[0]);
            Optional<double[]> refLogp = lab.find("sft").map(network -> network.logps(said)[0]);
            Optional<double[]> rewards = lab.find("reward").map(_ -> lab.rawRewards(said)[0]);
            Optional<double[]> values = lab.find("critic").map(network -> network.scalars(said)[0]);
            var views = new ArrayList<TokenView>();
            for (int t = 0; t < tokens.length; t++) {
                double now = at(logp, t);
                double reference = at(refLogp, t);
                views.add(new TokenView(lab.world.vocabulary().word(tokens[t]), now, reference, now - reference,
                        (at(rewards, t + 1) - lab.rewardMean) / lab.rewardDeviation, at(values, t)));
            }
            return List.copyOf(views);
        });
    }

    private static double at(Optional<double[]> numbers, int t) {
        return numbers.map(all -> all[t]).orElse(Double.NaN);
    }

    @Override
    public Optional<Double> reward(Prompt prompt, String answer) {
        return lab.find("reward").flatMap(_ -> lab.tokens(answer)
                .map(tokens -> lab.rewards(List.of(new Network.Said(prompt, tokens)))[0]));
    }

    @Override
    public boolean hasClosedForms() {
        return ClosedForm.possible(lab);
    }

    @Override
    public Optional<ClosedForm> closedForm(String model, Prompt prompt) {
        return ClosedForm.of(lab, model, prompt);
    }

    @Override
    public List<LabEvents.Calibration> calibration() {
        return stages.stream()
                .flatMap(stage -> stage instanceof RewardModelling model ? Stream.of(model.calibration()) : Stream.empty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public List<Feedback> labels() {
        return List.copyOf(lab.labels);
    }

    @Override
    public void label(Feedback feedback) {
        lab.label(feedback);
    }

    @Override
    public void retract(Feedback feedback) {
        lab.retract(feedback);
    }

    @Override
    public Map<String, Double> metrics() {
        return new LinkedHashMap<>(lab.metrics);
    }

    @Override
    public void save(Path folder) throws IOException {
        SavedLab.save(lab, folder);
    }

    @Override
    public void load(Path folder) throws IOException {
        load(SavedModels.read(folder));
    }

    @Override
    public void load(SavedModels saved) throws IOException {
        SavedLab.load(lab, saved);
        samples.forget();
    }

    @Override
    public void exchange(StateExchange state) {
        state.part("hyperparameters", lab.settings.hyperparameters());
        state.part("lab", lab);
        current = state.integer("current", current);
        begun = state.flag("begun", begun);
        for (Stage stage : stages) {
            state.part(stage.name(), stage);
        }
    }
}
