package rewardscope.ui.lab;

import rewardscope.language.feedback.Annotator;
import rewardscope.language.feedback.Feedback;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.math.RandomStream;

/// Judges pairs where nobody is there to do it: by the world's rules, with the noise that people have. The same question
/// always gets the same verdict.
final class SimulatedJudge {
    private static final Annotator ANNOTATOR = new Annotator("simulated", Annotator.Taste.FAIR, 0.5, false);

    private SimulatedJudge() {}

    static Feedback.Choice judge(World world, Question question) {
        String first = question.answers().getFirst();
        String last = question.answers().getLast();
        var random = RandomStream.named(
                question.number(), "simulated annotator " + question.prompt().text() + question.answers());
        double a = ANNOTATOR.utility(world.judge(question.prompt(), world.ended(first)));
        double b = ANNOTATOR.utility(world.judge(question.prompt(), world.ended(last)));
        return new Feedback.Choice(question.prompt().text(), first, last,
                ANNOTATOR.prefers(a, b, random) ? Verdict.A : Verdict.B, ANNOTATOR.name());
    }
}
