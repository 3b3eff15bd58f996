package rewardscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The launcher for Windows cannot be started everywhere: it is held to say the same as the one for Unix.
class LauncherTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("rewardscope.home", "."), "src", "main", "launcher");

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name)).replace('\\', '/');
    }

    @Test
    void bothNameTheSameFilesOfTheInstallation() throws IOException {
        for (String file : List.of(
                "bin/jvm.options", "bin/window.options", "lib/classes.aot", "lib/javafx", "lib/rewardscope.jar")) {
            assertThat(read("rewardscope")).contains(file);
            assertThat(read("rewardscope.bat")).contains(file);
        }
    }

    @Test
    void bothGiveJavaTheSameOptionsInTheSameOrder() throws IOException {
        // For Unix the line is put together from its end.
        assertThat(read("rewardscope"))
                .containsSubsequence(
                        "--module-path", "-Drewardscope.home=", "-cp", "rewardscope.Main \"$@\"",
                        "set -- \"$archive\" \"$@\"", "set -- \"@$window\" \"$@\"",
                        "exec \"$java\" \"@$here/bin/jvm.options\" \"$@\"");
        assertThat(read("rewardscope.bat"))
                .containsSubsequence(
                        "set OPTIONS=@\"%HERE%/bin/window.options\"", "%OPTIONS% \"-XX:AOTCache=",
                        "\"%JAVA%\" @\"%HERE%/bin/jvm.options\" %OPTIONS%", "--module-path", "-Drewardscope.home=",
                        "-cp", "rewardscope.Main %*");
    }

    @Test
    void bothLookForJavaInTheSameOrderAndMissItInTheSameWords() throws IOException {
        assertThat(read("rewardscope")).containsSubsequence("$REWARDSCOPE_JAVA", "$JAVA_HOME/bin/java", "command -v java");
        assertThat(read("rewardscope.bat"))
                .containsSubsequence("%REWARDSCOPE_JAVA%", "%JAVA_HOME%/bin/java", "call :try java");
        assertThat(missing("rewardscope")).isEqualTo(missing("rewardscope.bat"));
        assertThat(read("rewardscope")).contains("-ge 25").contains("exit 3");
        assertThat(read("rewardscope.bat")).contains("GEQ 25").contains("exit /b 3");
    }

    private static String missing(String launcher) throws IOException {
        return Pattern.compile("Rewardscope needs JDK [^\"\n]*? to it\\.")
                .matcher(read(launcher))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyJumpOfTheOneForWindowsHasItsLabel() throws IOException {
        String text = read("rewardscope.bat");
        Pattern.compile("(?:goto|call) :?(\\w+)")
                .matcher(text)
                .results()
                .map(jump -> jump.group(1))
                .forEach(label -> assertThat(text).containsPattern("(?m)^:" + label + "\\R"));
    }
}
