package rewardscope.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import rewardscope.course.Study;
import rewardscope.language.feedback.LabelStore;
import rewardscope.sim.share.Session;
import rewardscope.ui.share.SessionFile;

/// Kills the app's window without warning while it is at work, again and again on the same folder, and compares what is
/// there afterwards with what the window had said before it died.
///
/// `WindowKills TIMES SEED [FIRST]` kills real windows on the display that there is, and prints a table. Of ten kills the
/// first five are at tables, the others in the language lab.
final class WindowKills {
    private static final String LAB = "11-human-feedback/zero-to-chat.md";
    private static final String RAT = "04-temporal-difference/the-rat-on-the-linear-track.md";
    private static final long START_MILLIS = 90_000;

    private final Path folder;
    private final Path outputs;
    private final List<String> options;
    private final Random random;
    private Optional<String> expected = Optional.empty();
    private int answers;

    /// @param options of the Java machine that shows the window
    WindowKills(Path folder, Path outputs, List<String> options, long seed) {
        this.folder = folder;
        this.outputs = outputs;
        this.options = options;
        random = new Random(seed);
    }

    /// One kill.
    ///
    /// @param restored whether the run stood where the session said when the window was opened again
    /// @param answers on the disk
    /// @param answersSaid that were on the disk before the kill, as the window said
    /// @param labels of this sitting, on the disk
    /// @param labelsSaid that were in the run before the kill
    /// @param lostMillis how old the state in the session was at the kill; −1 if there is none
    /// @param trouble what cannot be read, empty if all is well
    record Outcome(
            int number,
            String lesson,
            long aliveMillis,
            boolean restored,
            int answers,
            int answersSaid,
            int labels,
            int labelsSaid,
            long lostMillis,
            String trouble) {
        boolean well() {
            return restored && trouble.isEmpty() && answers >= answersSaid && labels >= labelsSaid && lostMillis <= 1000;
        }

        String line() {
            return "%3d %-34s alive %5d ms  restored %-5s answers %3d of %3d  labels %2d of %2d  lost %4d ms %s"
                    .formatted(number, lesson, aliveMillis, restored, answers, answersSaid, labels, labelsSaid, lostMillis,
                            trouble);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("kills");
        Path outputs = Files.createTempDirectory("said");
        var kills = new WindowKills(folder, outputs, List.of("-Dprism.order=sw"), Long.parseLong(arguments[1]));
        int well = 0;
        int times = Integer.parseInt(arguments[0]);
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        for (int i = 0; i < times; i++) {
            Outcome outcome = kills.kill(first + i);
            well += outcome.well() ? 1 : 0;
            System.out.println(outcome.line() + (outcome.well() ? "" : "  !"));
        }
        System.out.println(well + " of " + times + " kills lost nothing but at most a second of scrubbing");
    }

    /// Opens the window, kills it at a random moment, and looks. Now and then the window opens at the language lab, or at
    /// the rat again, so that both are killed.
    Outcome kill(int number) throws Exception {
        int phase = number % 10;
        Optional<String> lesson = phase == 0 ? Optional.of(RAT) : phase == 5 ? Optional.of(LAB) : Optional.empty();
        int setsBefore = sets();
        Path out = outputs.resolve("said-" + number);
        Process process = start(number, lesson, out);
        long killed;
        long since = System.currentTimeMillis();
        try {
            await(out, process, 3 + random.nextInt(phase < 5 ? 50 : 400)); // counted in what it says: a busy machine makes it slow
        } finally {
            killed = System.currentTimeMillis();
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        String text = Files.readString(out, StandardCharsets.UTF_8);
        List<String> said = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        return look(number, said, killed, killed - since, lesson.isPresent(), setsBefore);
    }

    private Outcome look(
            int number, List<String> said, long killed, long alive, boolean elsewhere, int setsBefore)
            throws IOException {
        var trouble = new ArrayList<>(said.stream().filter(line -> line.startsWith("trouble")).toList());
        boolean restored = elsewhere || expected.isEmpty()
                || said.contains("restored " + expected.get());
        if (!restored) {
            trouble.add("expected " + expected.get() + ", found " + said.stream()
                    .filter(line -> line.startsWith("restored")).findFirst().orElse("nothing"));
        }
        int answersSaid = Math.max(answers, last(said, "answer "));
        int answersFound;
        try (var study = Study.open(folder)) {
            study.trouble().ifPresent(trouble::add);
            answersFound = study.acts().size();
            for (int i = 0; i < answersFound; i++) {
                if (!study.acts().get(i).fields().equals(java.util.Map.of("", "answer " + i))) {
                    trouble.add("answer " + i + " is another one");
                }
            }
        }
        answers = answersFound;
        int labels = sets() > setsBefore ? labels(trouble) : 0;
        Path session = folder.resolve("session.yaml");
        long written = Files.exists(session) ? Files.getLastModifiedTime(session).toMillis() : 0;
        var found = new SessionFile(folder).read();
        if (!found.trouble().isEmpty()) {
            trouble.add(found.trouble());
        }
        expected = found.session().flatMap(WindowKills::standing);
        return new Outcome(
                number,
                found.session().flatMap(Session::lesson).map(name -> name.replaceAll(".*/", "")).orElse("nothing"),
                alive,
                restored,
                answersFound,
                answersSaid,
                labels,
                Math.max(0, last(said, "labels ")),
                expected.map(where -> lost(said, where, written, killed)).orElse(-1L),
                String.join("; ", trouble));
    }

    /// How long before the kill the window was first seen to stand where the session does not know of. A run that was
    /// going passes many acts between two looks: the session's may be any of them. A busy window may not have been looked
    /// at any more after it had written the session.
    private static long lost(List<String> said, String where, long written, long killed) {
        String[] wanted = where.split(" ");
        long act = Long.parseLong(wanted[0]);
        boolean met = false;
        long since = -1;
        long before = -1;
        for (String line : said) {
            String[] words = line.split(" ");
            if (words[0].equals("stands")) {
                long time = Long.parseLong(words[1]);
                long at = Long.parseLong(words[2]);
                boolean here = words[3].equals(wanted[1]);
                boolean passed = here && before >= 0 && Math.min(before, at) <= act && act <= Math.max(before, at);
                if (here && at == act) {
                    since = -1;
                    met = true;
                } else if (passed || since < 0 && (met || time > written)) {
                    since = time;
                    met = true;
                }
                before = here ? at : -1;
            }
        }
        return since < 0 ? 0 : Math.max(0, killed - since);
    }

    private static Optional<String> standing(Session session) {
        return session.lesson().flatMap(lesson -> Optional.ofNullable(session.runs().get(session.active()))
                .map(run -> run.ways().get(run.active()).act() + " " + lesson));
    }

    /// Of the newest set.
    private int labels(List<String> trouble) throws IOException {
        try (var files = Files.list(folder.resolve("labels"))) {
            Path newest = files.max(java.util.Comparator.comparing(file -> {
                        String name = file.getFileName().toString();
                        return Integer.parseInt(name.replaceAll("\\D+", ""));
                    }))
                    .orElseThrow();
            var contents = LabelStore.read(newest);
            if (contents.spoiled().size() > 1) {
                trouble.add(contents.spoiled().toString());
            }
            return contents.labels().size();
        }
    }

    private int sets() throws IOException {
        if (!Files.isDirectory(folder.resolve("labels"))) {
            return 0;
        }
        try (var files = Files.list(folder.resolve("labels"))) {
            return (int) files.count();
        }
    }

    private Process start(int number, Optional<String> lesson, Path out) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Drewardscope.home=" + System.getProperty("rewardscope.home", "."));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        String modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) {
            command.addAll(List.of("--module-path", modules, "--add-modules=javafx.controls"));
        }
        command.addAll(List.of(WindowChild.class.getName(), folder.toString(), String.valueOf(number)));
        lesson.ifPresent(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(outputs.resolve("err-" + number).toFile())
                .start();
    }

    /// Until it has said so many lines.
    private static void await(Path out, Process process, int lines) throws IOException, InterruptedException {
        long since = System.currentTimeMillis();
        while (process.isAlive() && System.currentTimeMillis() - since < START_MILLIS) {
            try (var said = Files.lines(out)) {
                if (said.count() >= lines) {
                    return;
                }
            }
            Thread.sleep(20);
        }
    }

    private static int last(List<String> said, String what) {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length())))
                .max()
                .orElse(-1);
    }
}
