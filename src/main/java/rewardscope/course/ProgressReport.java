package rewardscope.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A learner's progress as one HTML page that can be handed in: what was solved and how, pictures of the runs, and under
/// it the acts themselves with a check sum, so that a page that was edited afterwards can be told ([#isUntouched]). The
/// sum tells an edit; it is no proof of who sat at the keyboard.
public final class ProgressReport {
    private static final Pattern SUM = Pattern.compile("<code id=\"sum\">([0-9a-f]{64})</code>");
    private static final Pattern SUMMED = Pattern.compile("(?s)<!--summed-->(.*)<!--/summed-->");
    private static final String STYLE =
            """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1f2328 }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3em .6em; \
            border-bottom: 1px solid #d0d7de; vertical-align: top }
            figure { margin: 1em 0 } img { max-width: 100%; border: 1px solid #d0d7de }
            details { margin-top: 2em } pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px }
            """;

    private ProgressReport() {}

    /// A picture of a run.
    ///
    /// @param caption what it shows, with seed and step
    public record Picture(String caption, byte[] png) {}

    /// The whole page.
    ///
    /// @param acts everything the learner did, in order
    /// @param signed when it is handed in
    public static String html(
            Learner learner, CourseExercises course, List<Act> acts, List<Picture> pictures, Instant signed) {
        var progress = Progress.of(acts);
        var body = new StringBuilder();
        body.append("<h1>").append(escaped(learner.name().isBlank() ? "Progress" : learner.name())).append("</h1>\n");
        int all = course.lessons().stream().mapToInt(l -> l.exercises().size()).sum();
        int solved = course.lessons().stream()
                .mapToInt(l -> progress.solved(l.file(), l.exercises()))
                .sum();
        body.append(String.format(
                Locale.ROOT,
                "<p>%d of %d exercises solved. Learner's seed %d. Handed in %s.</p>\n",
                solved,
                all,
                learner.seed(),
                signed));
        for (var lesson : course.lessons()) {
            if (progress.lessons().contains(lesson.file())) {
                lesson(lesson, progress, body);
            }
        }
        for (Picture picture : pictures) {
            body.append("<figure><img alt=\"").append(escaped(picture.caption()));
            body.append("\" src=\"data:image/png;base64,");
            body.append(Base64.getEncoder().encodeToString(picture.png())).append("\"><figcaption>");
            body.append(escaped(picture.caption())).append("</figcaption></figure>\n");
        }
        body.append("<details><summary>Every act, in order</summary><pre>\n");
        for (Act act : acts) {
            body.append(escaped(line(act))).append('\n');
        }
        body.append("</pre></details>\n");
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Progress</title><style>
                %s</style></head><body>
                <!--summed-->%s<!--/summed-->
                <p>Check sum of everything above (SHA-256): <code id="sum">%s</code></p>
                </body></html>
                """,
                STYLE,
                body,
                sum(body.toString()));
    }

    /// Whether a page still has the sum that it was handed in with.
    public static boolean isUntouched(String html) {
        var sum = SUM.matcher(html);
        var summed = SUMMED.matcher(html);
        return sum.find() && summed.find() && sum.group(1).equals(sum(summed.group(1)));
    }

    private static void lesson(CourseExercises.OfLesson lesson, Progress progress, StringBuilder body) {
        body.append("<h2>").append(escaped(lesson.unit())).append(": ").append(escaped(lesson.title()));
        body.append("</h2>\n<table><tr><th>Exercise<th>State<th>Wrong tries<th>Hints<th>Answer<th>Last</tr>\n");
        for (String exercise : lesson.exercises()) {
            var standing = progress.standing(lesson.file(), exercise);
            var cells = standing.map(s -> List.of(
                            exercise,
                            ProgressCsv.state(s),
                            Integer.toString(s.wrongTries()),
                            Integer.toString(s.hints()),
                            ProgressCsv.answer(s),
                            s.last().toString()))
                    .orElse(List.of(exercise, "not begun", "", "", "", ""));
            body.append(cells.stream()
                    .map(cell -> "<td>" + escaped(cell))
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")));
        }
        body.append("</table>\n");
    }

    private static String line(Act act) {
        try {
            return ProgressFile.written(act);
        } catch (IOException e) {
            throw new IllegalStateException("an act can always be written to memory", e);
        }
    }

    private static String sum(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
