package rewardscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import rewardscope.course.Act;
import rewardscope.course.Study;
import rewardscope.sim.Command;
import rewardscope.sim.Frame;
import rewardscope.sim.View;
import rewardscope.ui.share.SessionFile;

/// The app's window, at work until it is killed: it runs, steps back and scrubs, answers exercises, judges answers, and
/// opens lessons. What a crash must not take away is said on standard output, in lines of words:
///
/// - `stands MILLIS ACT LESSON`: where the run on the stage is, several times a second
/// - `answer N`: so many answers were given and are on the disk
/// - `labels N`: so many labels of this sitting have come into the run
final class WindowChild {
    private static final List<String> LESSONS = List.of(
            "04-temporal-difference/the-rat-on-the-linear-track.md",
            "04-temporal-difference/sarsa-and-q-learning-at-the-cliff.md");
    private static final long LOOK_MILLIS = 50;

    private final Random random;
    private final CompletableFuture<Desk> window = new CompletableFuture<>();
    private int labelsBefore = -1;
    private int answers;

    private WindowChild(long seed) {
        random = new Random(seed);
    }

    /// `WindowChild FOLDER SEED [LESSON]`: with a lesson the window opens there, else where the last one was.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var child = new WindowChild(Long.parseLong(arguments[1]));
        Optional<Path> lesson = arguments.length > 2
                ? Optional.of(Desktop.lessonsFolder().resolve(arguments[2]))
                : Optional.empty();
        var work = Thread.ofPlatform().daemon().name("work").unstarted(child::work);
        var opened = new CompletableFuture<Desk>();
        Desktop.open(lesson, false, () -> Study.open(folder), Optional.of(new SessionFile(folder)), () -> {
            child.window.complete(opened.join());
            work.start();
        }, opened::complete);
    }

    private void work() {
        try {
            Desk desk = window.join();
            answers = Monkey.onWindow(() -> desk.course().study().acts().size());
            settle(desk);
            Thread.ofPlatform().daemon().name("says").start(() -> say(desk));
            boolean speaks = Monkey.onWindow(() -> desk.runner().map(WindowChild::speaks).orElse(false));
            if (speaks) {
                send(desk, new Command.Step(Command.Unit.ACT, 2)); // so that it has something to say
            }
            while (true) {
                if (speaks) {
                    judge(desk);
                } else {
                    deed(desk);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            }
        } catch (Exception e) {
            System.out.println("trouble " + e);
            System.out.flush();
        }
    }

    /// Until the run is where the last window left it.
    private static void settle(Desk desk) throws Exception {
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < 60_000) {
            TimeUnit.MILLISECONDS.sleep(50);
            boolean there = Monkey.onWindow(() -> desk.runner()
                    .flatMap(runner -> runner.glance())
                    .map(frame -> !(frame.status() instanceof Frame.Status.Running)
                            && frame.view().counts().acts() == goal(desk))
                    .orElse(false));
            if (there) {
                break;
            }
        }
        TimeUnit.MILLISECONDS.sleep(200);
        System.out.println("restored " + where(desk));
        System.out.flush();
    }

    /// Where the run is going that is led back; where it stands, if it is not.
    private static long goal(Desk desk) {
        var session = desk.sessions().now();
        return Optional.ofNullable(session.runs().get(session.active()))
                .map(run -> run.ways().get(run.active()).act())
                .orElse(0L);
    }

    private static boolean speaks(rewardscope.sim.Runner runner) {
        return runner.takeFrame().view().world() instanceof View.World.Lab;
    }

    private static String where(Desk desk) throws Exception {
        return Monkey.onWindow(() -> desk.runner()
                        .flatMap(runner -> runner.glance())
                        .map(frame -> frame.view().counts().acts())
                        .orElse(-1L)
                + " " + desk.sessions().now().lesson().orElse("-"));
    }

    private void say(Desk desk) {
        try {
            while (true) {
                String where = where(desk);
                System.out.println("stands " + System.currentTimeMillis() + " " + where);
                int byPeople = Monkey.onWindow(() -> desk.runner()
                        .flatMap(runner -> runner.glance())
                        .map(frame -> frame.view().world() instanceof View.World.Lab(var look) ? look.byPeople() : 0)
                        .orElse(0));
                labelsBefore = labelsBefore < 0 ? byPeople : labelsBefore;
                System.out.println("labels " + (byPeople - labelsBefore));
                System.out.flush();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (Exception e) {
            System.out.println("trouble " + e);
            System.out.flush();
        }
    }

    private void deed(Desk desk) throws Exception {
        switch (random.nextInt(10)) {
            case 0, 1 -> send(desk, new Command.Run());
            case 2 -> send(desk, new Command.Step(Command.Unit.EPISODE, 1 + random.nextInt(20)));
            case 3 -> send(desk, new Command.SeekBy(-random.nextInt(30)));
            case 4, 5 -> scrub(desk);
            case 6 -> send(desk, new Command.SetSpeed(new Frame.Speed(1 + random.nextInt(200))));
            case 7, 8 -> answer(desk);
            default -> {
                if (random.nextInt(6) == 0) {
                    String next = LESSONS.get(random.nextInt(LESSONS.size()));
                    Monkey.onWindow(() -> desk.load(desk.library().folder().resolve(next))).get(60, TimeUnit.SECONDS);
                } else {
                    send(desk, new Command.Fork());
                }
            }
        }
    }

    private static void send(Desk desk, Command command) throws Exception {
        Monkey.onWindow(() -> {
            desk.send(command);
            return true;
        });
    }

    private void scrub(Desk desk) throws Exception {
        long head = Monkey.onWindow(() ->
                desk.runner().flatMap(runner -> runner.glance()).map(frame -> frame.view().head()).orElse(0L));
        for (int i = 0; i < 6; i++) {
            send(desk, new Command.Seek((long) (random.nextDouble() * (head + 1))));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void answer(Desk desk) throws Exception {
        int number = answers;
        var act = new Act(
                java.time.Instant.EPOCH,
                LESSONS.getFirst(),
                "e" + number,
                Act.Kind.RIGHT,
                java.util.Map.of("", "answer " + number));
        Monkey.onWindow(() -> desk.course().study().add(act)).get(30, TimeUnit.SECONDS);
        answers++;
        System.out.println("answer " + answers);
        System.out.flush();
    }

    /// Opens the page, if it is not there, and presses one of its keys.
    private void judge(Desk desk) throws Exception {
        if (random.nextInt(12) == 0) {
            send(desk, new Command.Step(Command.Unit.ACT, 1));
            return;
        }
        Monkey.onWindow(() -> {
            Node page = desk.scene().lookup(".label-page");
            if (page == null || !desk.pages().overlay().shows("Judge answers")) {
                desk.lab().judge();
            } else {
                KeyCode key = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT0).get(random.nextInt(3));
                Event.fireEvent(page, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            return true;
        });
    }
}
