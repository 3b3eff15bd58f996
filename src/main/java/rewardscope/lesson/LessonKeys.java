package rewardscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the YAML parts of a lesson may say, as its readers ask for it: for editors, and for whoever writes a schema.
public final class LessonKeys {
    private LessonKeys() {}

    /// The keys of the front matter; `title` and `unit` have to be there.
    public static Map<String, Fields.Shape> frontMatter() {
        return FrontMatter.shapes();
    }

    /// The keys of an exercise by its kind; `kind` and `prompt` have to be there.
    public static Map<String, Map<String, Fields.Shape>> exercises() {
        var byKind = new LinkedHashMap<String, Map<String, Fields.Shape>>();
        List<String> kinds = ExerciseReader.KINDS;
        kinds.forEach(kind -> byKind.put(kind, ExerciseReader.shapes(kind)));
        return byKind;
    }
}
