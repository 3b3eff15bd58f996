package rewardscope.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Asks a process of its own, [PluginCheck], about one plugin.
///
/// It is the Java that runs now, which an image of the application has as well. A crash of it leaves no report and no
/// picture of its memory behind: it was expected.
///
/// @param patience how long it may say nothing at all
record PluginQuestion(Path jar, long nanos, Duration patience) {
    private static final List<String> OPTIONS = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED", "-Djava.awt.headless=true");
    private static final int SIGNALS = 128;

    /// What was said, and how it ended.
    ///
    /// @param lines without [PluginCheck#SIGN]
    /// @param broken how the process ended before it had said everything, as what its driver did; empty if it said it all
    record Answer(List<List<String>> lines, Optional<String> broken) {
        /// The device that was being tried when the process ended.
        Optional<String> trying() {
            return lines.isEmpty() || !lines.getLast().getFirst().equals(PluginCheck.TRYING)
                    ? Optional.empty()
                    : Optional.of(lines.getLast().get(1));
        }
    }

    /// @throws IOException if no process can be started here
    Answer ask(List<String> leftAlone) throws IOException {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), PluginCheck.class.getName()));
        command.addAll(List.of(jar.toString(), Long.toString(nanos)));
        command.addAll(leftAlone);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return listen(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(List.of(), Optional.of("was not waited for"));
        } finally {
            process.destroyForcibly();
        }
    }

    private Answer listen(Process process) throws InterruptedException {
        var said = new LinkedBlockingQueue<Optional<String>>();
        Thread.ofVirtual().start(() -> read(process, said));
        var lines = new ArrayList<List<String>>();
        while (true) {
            Optional<String> line = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                return new Answer(lines, Optional.of("gave no answer for " + patience.toSeconds() + " seconds"));
            }
            if (line.isEmpty()) {
                return new Answer(lines, Optional.of("ended the check (" + end(process.waitFor()) + ")"));
            }
            List<String> fields = List.of(line.get().split("\t", -1));
            if (fields.equals(List.of(PluginCheck.SIGN, PluginCheck.END))) {
                return new Answer(lines, Optional.empty());
            }
            if (fields.getFirst().equals(PluginCheck.SIGN) && fields.size() > 1) {
                lines.add(fields.subList(1, fields.size()));
            }
        }
    }

    /// Every line, then nothing.
    private static void read(Process process, BlockingQueue<Optional<String>> said) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(Optional.of(line));
            }
        } catch (IOException e) {
            // it was ended while it spoke
        } finally {
            said.add(Optional.empty());
        }
    }

    /// Of a process that a signal ended, Java gives 128 and the signal.
    private static String end(int code) {
        return code > SIGNALS && code < SIGNALS + 65 ? "signal " + (code - SIGNALS) : "exit code " + code;
    }

    /// On Windows the one that opens no console.
    private static Path java() throws IOException {
        Path bin = Path.of(System.getProperty("java.home", ""), "bin");
        for (String name : List.of("javaw.exe", "java.exe", "java")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name);
            }
        }
        throw new IOException("there is no java in " + bin);
    }
}
