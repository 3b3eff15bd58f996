package rewardscope.ui.course;

import java.util.Optional;
import rewardscope.course.CourseIndex;
import rewardscope.course.Learner;
import rewardscope.course.ProgressReport;
import rewardscope.course.Study;

/// What the course's pages may ask of the window. Every call comes on the JavaFX thread.
public interface CourseHost {
    Study study();

    /// What is known of the course; [CourseIndex#NONE] until its lessons have been read.
    CourseIndex index();

    /// Opens a lesson, named as in [rewardscope.course.Act#lesson].
    void open(String lesson);

    /// Changes who learns here.
    void enrol(Learner learner);

    /// What is on the stage now, with what it shows; empty if nothing is.
    Optional<ProgressReport.Picture> picture();

    /// A sentence for the user about something that cannot be done.
    void notice(String sentence);

    /// A sentence for the user about something that went well.
    void inform(String sentence);
}
