package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rewardscope.agent.Equation;
import rewardscope.agent.Series;
import rewardscope.agent.StepEvent;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Measures the true quality of one network by the world's rules, on prompts that nobody demonstrated or labelled. Every
/// network answers the same prompts with the same random numbers. One act is one answer.
final class Evaluation extends Stage {
    private static final Equation EQUATION = Equation.of(
            """
            #{quality|q} = #{fluent|f} \\cdot \\frac{ #{helpfulWeight|w_1} #{helpful|\\text{helpful}} \
            + #{honestWeight|w_2} #{honest|\\text{honest}} + #{harmlessWeight|w_3} #{harmless|\\text{harmless}} \
            + #{politeWeight|w_4} #{polite|\\text{polite}} }{ #{helpfulWeight|w_1} + #{honestWeight|w_2} \
            + #{harmlessWeight|w_3} + #{politeWeight|w_4} }""");

    private final String model;
    private final int planned;
    private final List<Prompt> prompts;
    private long seed;
    private Optional<Speaker> speaker = Optional.empty();

    private int answered;
    private double sum;
    private double squares;
    private Prompt prompt;
    private int[] answer = {};
    private Quality quality = new Quality(0, 0, 0, 0, 0, 0, 0);

    Evaluation(Lab lab, int number, String model) {
        super(lab, number);
        this.model = model;
        planned = lab.settings.count(Keys.EVALUATION.name());
        var heldOut = lab.world.prompts(true);
        prompts = heldOut.isEmpty() ? lab.world.prompts() : heldOut;
        prompt = prompts.getFirst();
        seed = lab.settings.random("evaluation").bits();
    }

    @Override
    String name() {
        return "evaluate " + model;
    }

    @Override
    void start() {
        speaker = Optional.empty();
    }

    @Override
    void advance() {
        if (speaker.isEmpty()) {
            speaker = Optional.of(lab.speaker(lab.network(model)));
        }
        prompt = prompts.get(answered % prompts.size());
        answer = speaker.get().answer(prompt, 1, RandomStream.named(seed, "answer " + answered));
        quality = lab.world.judge(prompt, answer);
        answered++;
        sum += quality.total();
        squares += quality.total() * quality.total();
        lab.metrics.put("quality-" + model, mean());
        lab.metrics.put("quality-" + model + "-interval", interval());
        marks = mark;
    }

    private double mean() {
        return answered == 0 ? 0 : sum / answered;
    }

    private double interval() {
        double variance = answered < 2 ? 0 : (squares - sum * sum / answered) / (answered - 1);
        return 1.96 * Math.sqrt(Math.max(0, variance) / Math.max(1, answered));
    }

    /// Once all have answered: how far the answers are from the reference and what the reward model gives them, which puts
    /// the network on the frontier of reward against KL; in small worlds, how far it is from the optimum.
    @Override
    void end() {
        if (answered != planned) {
            return;
        }
        var said = new ArrayList<Network.Said>();
        Speaker again = lab.speaker(lab.network(model));
        for (int i = 0; i < answered; i++) {
            Prompt asked = prompts.get(i % prompts.size());
            said.add(new Network.Said(asked, again.answer(asked, 1, RandomStream.named(seed, "answer " + i))));
        }
        if (lab.has("sft") && !model.equals("base") && !model.equals("sft")) {
            lab.metrics.put("kl-" + model, sum(lab.network(model).logps(said)) - sum(lab.network("sft").logps(said)));
        }
        if (lab.has("reward")) {
            lab.metrics.put("reward-" + model, Arrays.stream(lab.rewards(said)).average().orElse(0));
        }
        if (ClosedForm.possible(lab)) {
            lab.world.prompts().stream()
                    .flatMap(asked -> ClosedForm.of(lab, model, asked).stream())
                    .mapToDouble(ClosedForm::totalVariation)
                    .max()
                    .ifPresent(most -> lab.metrics.put(model + "-total-variation", most));
        }
    }

    /// By answer.
    private double sum(double[][] logps) {
        return Arrays.stream(logps).mapToDouble(logp -> Arrays.stream(logp).sum()).sum() / logps.length;
    }

    @Override
    StepEvent event() {
        var w = lab.world.grammar().weights();
        return new LabEvents.Answered(EQUATION, model, answered, planned, prompt.text(), prompt.heldOut(),
                lab.words(answer), quality.total(), quality.fluent(), quality.helpful(), quality.honest(),
                quality.harmless(), quality.polite(), w.helpful(), w.honest(), w.harmless(), w.polite(),
                quality.words(), mean(), interval());
    }

    @Override
    boolean finished() {
        return answered >= planned;
    }

    @Override
    double progress() {
        return planned == 0 ? 1 : Math.min(1, answered / (double) planned);
    }

    @Override
    List<Series> series() {
        return List.of(new Series("quality-" + model, mark, this::mean));
    }

    @Override
    public void exchange(StateExchange state) {
        speaker = Lab.restoring(state) ? Optional.empty() : speaker;
        seed = state.longInteger("seed", seed);
        answered = state.integer("answered", answered);
        sum = state.number("sum", sum);
        squares = state.number("squares", squares);
    }
}
