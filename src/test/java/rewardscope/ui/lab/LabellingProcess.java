package rewardscope.ui.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import rewardscope.language.Worlds;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.LabelFormat;
import rewardscope.language.stage.Question;

/// A program in which somebody judges answers as fast as keys can be pressed, until it is killed: it says each label once
/// the window would count it, and `undone` once the window would have forgotten the last.
final class LabellingProcess {
    private LabellingProcess() {}

    public static void main(String[] args) {
        var world = Worlds.world("village");
        var random = new Random(Long.parseLong(args[1]));
        var model = new LabelModel(
                new LabelBook(Path.of(args[0]), "village"), world, Runnable::run, Runnable::run, _ -> {});
        model.earlier().ifPresent(model::take);
        int before = model.labels().size();
        for (int n = 1; ; n++) {
            int question = n;
            model.kind(Kind.values()[random.nextInt(Kind.values().length)]);
            model.wanted().ifPresent(request -> model.ready(request, List.of(new Question(question, false, "sft",
                    world.prompts().get(question % world.prompts().size()),
                    List.of("fish", "bone", "corn", "mouse").subList(0, request.answers())))));
            switch (model.kind()) {
                case CHOICE -> model.choose(Verdict.values()[random.nextInt(3)]);
                case RANKING -> {
                    model.rank(random.nextInt(2));
                    model.rank(2);
                    model.rank(3);
                }
                case RATING -> model.rate(1 + random.nextInt(5));
                case HARM -> model.harm(random.nextBoolean());
                case CORRECTION -> model.correct("the cat eats cheese");
                case REMARK -> model.remark("remark " + n);
            }
            if (model.labels().size() != before) {
                before = model.labels().size();
                System.out.println(LabelFormat.write(model.labels().getLast()));
                System.out.flush();
            }
            if (random.nextInt(5) == 0 && !model.labels().isEmpty()) {
                model.undo(); // of a ranking that has begun, the last rank alone: then no label is taken back
                if (model.labels().size() < before) {
                    before = model.labels().size();
                    System.out.println("undone");
                    System.out.flush();
                }
            }
        }
    }
}
