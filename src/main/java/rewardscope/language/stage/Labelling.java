package rewardscope.language.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rewardscope.agent.AgentSettings;
import rewardscope.agent.Equation;
import rewardscope.agent.StepEvent;
import rewardscope.language.feedback.Agreement;
import rewardscope.language.feedback.Annotator;
import rewardscope.language.feedback.Crowd;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.world.Prompt;
import rewardscope.language.world.Quality;
import rewardscope.language.world.WordVocabulary;
import rewardscope.math.RandomStream;
import rewardscope.math.StateExchange;

/// Simulated annotators compare answers of the fine-tuned policy; then the world's own rules compare some to prompts that
/// are held out. One act is one comparison.
final class Labelling extends Stage {
    private static final Equation EQUATION = Equation.of(
            """
            #{probability|P(A \\succ B)} = \\frac{1}{1 + \\exp \\left( - #{sign|s} \\cdot \
            \\frac{ #{utilityA|u_A} - #{utilityB|u_B} }{ #{noise|\\tau} } \\right) }""");

    private static final Annotator RULES =
            new Annotator("the world's rules", Annotator.Taste.FAIR, 1e-9, false);

    private final Crowd crowd;
    private final int planned;
    private final int tests;
    private final int K;
    private final boolean different;
    private final RandomStream random;
    private Optional<Speaker> speaker = Optional.empty();

    private int made;
    private int tested;
    private Prompt prompt;
    private int[][] answers = {};
    private Quality[] qualities = {};
    private double[] utilities = {};
    private List<Integer> order = List.of();
    private Annotator annotator = RULES;
    private boolean test;

    Labelling(Lab lab, int number) {
        super(lab, number);
        AgentSettings settings = lab.settings;
        crowd = Crowd.of(
                settings.count(Keys.ANNOTATORS.name()),
                Annotator.Taste.FAIR.withPerWord(settings.number(Keys.LENGTH_BIAS.name())),
                settings.number(Keys.NOISE.name()),
                settings.number(Keys.MALICIOUS.name()));
        planned = settings.count(Keys.LABELS.name());
        tests = settings.count(Keys.TESTS.name());
        K = settings.count(Keys.ANSWERS_PER_LABEL.name());
        different = settings.choice(Keys.PAIRS.name()).equals("different");
        random = settings.random("labels");
        prompt = lab.world.prompts().getFirst();
    }

    @Override
    String name() {
        return "label";
    }

    @Override
    void start() {
        speaker = Optional.empty();
    }

    @Override
    void advance() {
        if (speaker.isEmpty()) {
            speaker = Optional.of(lab.speaker(lab.network("sft")));
        }
        test = made >= planned && tested < tests;
        var heldOut = lab.world.prompts(true);
        var prompts = test && !heldOut.isEmpty() ? heldOut : lab.world.prompts(false);
        annotator = test ? RULES : crowd.any(random);
        draw(prompts, test ? 2 : K);
        order = annotator.rank(utilities, random);
        (test ? lab.tests : lab.labels).add(feedback());
        if (test) {
            tested++;
        } else {
            made++;
        }
        marks = mark;
    }

    /// Different answers to one prompt; in tests, answers of different quality. What is held out is drawn as what is
    /// labelled, so that the accuracy is that of the labels' own kind of pairs.
    private void draw(List<Prompt> prompts, int count) {
        for (int attempt = 0; attempt < 20; attempt++) {
            prompt = prompts.get(random.below(prompts.size()));
            boolean choosing = different && count == 2;
            var found = distinct(choosing ? Asking.CANDIDATES : count);
            if (choosing && found.size() > 2) {
                found = new ArrayList<>(Asking.leastAlike(found, Labelling::words));
            }
            while (found.size() < count) {
                found.add(found.getFirst());
            }
            answers = found.toArray(int[][]::new);
            qualities = Arrays.stream(answers).map(a -> lab.world.judge(prompt, a)).toArray(Quality[]::new);
            if (!test) {
                utilities = Arrays.stream(qualities).mapToDouble(annotator::utility).toArray();
                return;
            }
            utilities = Arrays.stream(qualities).mapToDouble(Quality::total).toArray();
            if (utilities[0] != utilities[1]) {
                return;
            }
        }
    }

    private List<int[]> distinct(int count) {
        var found = new ArrayList<int[]>();
        for (int tries = 0; found.size() < count && tries < 4 * count; tries++) {
            int[] answer = speaker.orElseThrow().answer(prompt, 1, random);
            if (found.stream().noneMatch(other -> Arrays.equals(other, answer))) {
                found.add(answer);
            }
        }
        return found;
    }

    private Feedback feedback() {
        if (answers.length == 2) {
            return new Feedback.Choice(prompt.text(), words(0), words(1),
                    order.getFirst() == 0 ? Feedback.Verdict.A : Feedback.Verdict.B, annotator.name());
        }
        return new Feedback.Ranking(prompt.text(), order.stream().map(this::words).toList(), annotator.name());
    }

    private static Set<?> words(int[] answer) {
        return Arrays.stream(answer).boxed().collect(Collectors.toSet());
    }

    private String words(int i) {
        int[] answer = answers[i];
        boolean ended = answer[answer.length - 1] == WordVocabulary.END;
        return lab.world.vocabulary().decode(ended ? Arrays.copyOf(answer, answer.length - 1) : answer);
    }

    @Override
    void end() {
        lab.metrics.put("labels", (double) lab.labels.size());
        if (crowd.annotators().size() > 1 && lab.has("sft")) {
            lab.metrics.put("agreement", agreement());
        }
    }

    /// Fleiss' kappa: everybody labels the same forty pairs, which are not used for anything else.
    private double agreement() {
        var asking = RandomStream.named(random.bits(), "agreement");
        Speaker sft = lab.speaker(lab.network("sft"));
        var counts = new ArrayList<int[]>();
        for (int item = 0; item < 40; item++) {
            var prompts = lab.world.prompts(false);
            Prompt asked = prompts.get(asking.below(prompts.size()));
            Quality a = lab.world.judge(asked, sft.answer(asked, 1, asking));
            Quality b = lab.world.judge(asked, sft.answer(asked, 1, asking));
            var count = new int[2];
            for (Annotator each : crowd.annotators()) {
                count[each.prefers(each.utility(a), each.utility(b), asking) ? 0 : 1]++;
            }
            counts.add(count);
        }
        return Agreement.fleiss(counts);
    }

    @Override
    StepEvent event() {
        double noise = Math.max(annotator.noise(), 1e-9);
        double sign = annotator.malicious() ? -1 : 1;
        double z = sign * (utilities[0] - utilities[1]) / noise;
        var compared = new ArrayList<LabEvents.Compared>();
        for (int i = 0; i < answers.length; i++) {
            compared.add(new LabEvents.Compared(words(i), order.indexOf(i) + 1, utilities[i], qualities[i]));
        }
        return new LabEvents.Labelled(EQUATION, test ? tested : made, test ? tests : planned, test, prompt.text(),
                annotator.name(), annotator.malicious(), noise, sign, utilities[0], utilities[1],
                1 / (1 + Math.exp(-z)), order.indexOf(0) < order.indexOf(1), List.copyOf(compared));
    }

    @Override
    boolean finished() {
        return made >= planned && tested >= tests;
    }

    @Override
    double progress() {
        return planned + tests == 0 ? 1 : Math.min(1, (made + tested) / (double) (planned + tests));
    }

    @Override
    public void exchange(StateExchange state) {
        speaker = Lab.restoring(state) ? Optional.empty() : speaker;
        state.part("random", random);
        made = state.integer("made", made);
        tested = state.integer("tested", tested);
    }
}
