package rewardscope.ui.share;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rewardscope.course.Act;
import rewardscope.course.Study;
import rewardscope.sim.share.Session;

/// Answers exercises and notes its session without end, and says of each what is on the disk: to be killed.
final class CrashChild {
    private CrashChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var study = Study.open(folder);
        var file = new SessionFile(folder);
        for (int i = study.acts().size(); ; i++) {
            var act = new Act(Instant.EPOCH, "lesson.md", "e" + i, Act.Kind.RIGHT, Map.of("", "answer " + i));
            if (study.add(act).join().isPresent()) {
                throw new IllegalStateException("the disk refused an answer");
            }
            System.out.println("answer " + i);
            file.write(new Session(Optional.empty(), Map.of(), "", "# " + i, Session.Appearance.USUAL));
            System.out.println("session " + i);
            System.out.flush();
        }
    }
}
