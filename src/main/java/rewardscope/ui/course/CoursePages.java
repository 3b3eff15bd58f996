package rewardscope.ui.course;

import rewardscope.course.Glossary;
import rewardscope.course.LessonSearch;
import rewardscope.ui.formula.Formulas;

/// Opens the course's pages, each made anew so that it shows what is true now. A key that opens a page closes it, too.
public final class CoursePages {
    private static final String FIND = "Find";
    private static final String GLOSSARY = "Glossary";
    private static final String MAP = "The course";
    private static final String LEARNER = "Who learns here";

    private final CourseHost host;
    private final Formulas formulas;
    private final Overlay overlay;

    public CoursePages(CourseHost host, Formulas formulas, Overlay overlay) {
        this.host = host;
        this.formulas = formulas;
        this.overlay = overlay;
    }

    public Overlay overlay() {
        return overlay;
    }

    public void find() {
        if (closed(FIND)) {
            var page = new FindPage(host, this::follow);
            overlay.show(FIND, page.node(), page.field());
        }
    }

    private void follow(LessonSearch.Hit hit) {
        if (hit.term()) {
            host.index().glossary().named(hit.title()).ifPresent(this::define);
        } else {
            open(hit.lesson());
        }
    }

    private void open(String lesson) {
        overlay.hide();
        host.open(lesson);
    }

    public void glossary() {
        if (closed(GLOSSARY)) {
            var page = new GlossaryPage(host, formulas, this::open);
            overlay.show(GLOSSARY, page.node(), page.filter());
        }
    }

    /// Opens the glossary at a word.
    public void define(Glossary.Entry entry) {
        var page = new GlossaryPage(host, formulas, this::open);
        overlay.show(GLOSSARY, page.node(), page.filter());
        page.meet(entry);
    }

    public void map() {
        if (closed(MAP)) {
            var page = new MapPage(host, this::open);
            overlay.show(MAP, page.node(), page.node());
        }
    }

    public void learner() {
        if (closed(LEARNER)) {
            var page = new LearnerPage(host, overlay::hide);
            overlay.show(LEARNER, page.node(), page.name());
        }
    }

    private boolean closed(String heading) {
        if (overlay.shows(heading)) {
            overlay.hide();
            return false;
        }
        return true;
    }
}
