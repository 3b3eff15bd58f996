package rewardscope.ui.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import rewardscope.language.Worlds;
import rewardscope.language.feedback.Feedback.Verdict;
import rewardscope.language.feedback.LabelBook;
import rewardscope.language.feedback.LabelFormat;
import rewardscope.language.stage.Question;
import rewardscope.language.world.World;
import rewardscope.sim.Intervention;

/// A program in which somebody judges answers as fast as keys can be pressed, until it is killed. As in the window, keys
/// come on one thread and labels are written on another. It says what reaches the run, when it does: each label, and
/// `undone` for the last.
final class LabellingProcess {
    private final ExecutorService disk = Executors.newSingleThreadExecutor();
    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final World world = Worlds.world("village");
    private final Random random;
    private final LabelModel model;
    private boolean begun;
    private int question;
    private int counted;

    private LabellingProcess(Path folder, long seed) {
        random = new Random(seed);
        model = new LabelModel(new LabelBook(folder, "village"), world, disk, window, this::reaches);
    }

    public static void main(String[] args) throws Exception {
        var process = new LabellingProcess(Path.of(args[0]), Long.parseLong(args[1]));
        process.settle();
        process.window.submit(() -> process.model.earlier().ifPresent(process.model::take)).get();
        process.settle();
        process.window.submit(() -> process.begun = true).get();
        while (true) {
            process.window.submit(process::press).get();
        }
    }

    private void settle() throws Exception {
        disk.submit(() -> {}).get();
        window.submit(() -> {}).get();
    }

    private void reaches(Intervention intervention) {
        if (begun) {
            System.out.println(
                    intervention instanceof Intervention.Label(var label) ? LabelFormat.write(label) : "undone");
            System.out.flush();
        }
    }

    private void press() {
        model.kind(Kind.values()[random.nextInt(Kind.values().length)]);
        model.wanted().ifPresent(request -> model.ready(request, List.of(new Question(++question, false, "sft",
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
            case REMARK -> model.remark("remark " + question);
        }
        if (model.labels().size() != counted) {
            counted = model.labels().size();
            if (counted > 1 && random.nextInt(5) == 0) {
                model.undo();
            }
        }
    }
}
