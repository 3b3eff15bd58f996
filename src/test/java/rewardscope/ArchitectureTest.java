package rewardscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rooms and their arrows, read from the compiled classes.
class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("math", Set.of()),
            Map.entry("compute", Set.of("math")),
            Map.entry("nn", Set.of("compute", "math")),
            Map.entry("env", Set.of("math")),
            Map.entry("agent", Set.of("env", "nn", "compute", "math")),
            Map.entry("language", Set.of("agent", "env", "nn", "compute", "math", "store")),
            Map.entry("store", Set.of()),
            Map.entry("lesson", Set.of()),
            Map.entry("course", Set.of("lesson", "store")),
            Map.entry("sim", Set.of("lesson", "language", "agent", "env", "nn", "compute", "math", "store")),
            Map.entry("cli", Set.of("course", "sim", "lesson", "language", "agent", "env", "nn", "compute", "math", "store")),
            Map.entry("ui", Set.of("course", "sim", "lesson", "language", "agent", "env", "nn", "compute", "math", "store")));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    /// The room of a class: the package right below `rewardscope`; empty for `Main` and for everything from elsewhere.
    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith("rewardscope.") ? name.split("\\.")[1] : "";
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    @Test
    void theClassesOfEveryRoomWereRead() {
        var rooms = new TreeSet<String>();
        CLASSES.forEach(type -> rooms.add(room(type)));
        assertThat(rooms).contains("math", "env", "agent", "lesson", "sim", "cli", "ui");
        assertThat(CLASSES.size()).isGreaterThan(100);
        assertThat(MAY_USE.keySet()).containsAll(rooms.stream().filter(room -> !room.isEmpty()).toList());
    }

    @Test
    void arrowsNeverTurnBack() {
        List<String> wrong = dependencies()
                .filter(d -> !room(d.getOriginClass()).isEmpty())
                .filter(d -> !room(d.getTargetClass()).isEmpty())
                .filter(d -> !room(d.getOriginClass()).equals(room(d.getTargetClass())))
                .filter(d -> !MAY_USE.get(room(d.getOriginClass())).contains(room(d.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyButTheWindowAndMainKnowsJavaFx() {
        List<String> wrong = dependencies()
                .filter(d -> d.getTargetClass().getBaseComponentType().getPackageName().startsWith("javafx."))
                .filter(d -> !Set.of("ui", "").contains(room(d.getOriginClass())))
                .map(Dependency::getDescription)
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(dependencies().anyMatch(d -> d.getTargetClass().getPackageName().startsWith("javafx.")))
                .as("the window's classes were read too")
                .isTrue();
    }

    @Test
    void thePluginSeesComputeAloneAndNobodySeesThePlugin() {
        String plugin = "rewardscope.compute.opencl";
        List<String> wrong = dependencies()
                .filter(d -> d.getOriginClass().getPackageName().equals(plugin))
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getPackageName)
                .filter(name -> Stream.of("java.", "org.lwjgl", "org.jspecify.").noneMatch(name::startsWith))
                .filter(name -> !name.equals("rewardscope.compute") && !name.equals(plugin))
                .distinct()
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(dependencies()
                        .filter(d -> !d.getOriginClass().getPackageName().equals(plugin))
                        .filter(d -> d.getTargetClass().getBaseComponentType().getPackageName().equals(plugin))
                        .map(Dependency::getDescription))
                .isEmpty();
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(plugin))).isNotEmpty();
    }

    @Test
    void nobodyButThePluginKnowsItsBindings() {
        var users = new TreeSet<String>();
        dependencies()
                .filter(d -> d.getTargetClass().getBaseComponentType().getPackageName().startsWith("org.lwjgl"))
                .forEach(d -> users.add(d.getOriginClass().getPackageName()));
        assertThat(users).containsExactly("rewardscope.compute.opencl");
    }

    @Test
    void lessonsKnowNothingButTheirParsers() {
        List<String> wrong = dependencies()
                .filter(d -> room(d.getOriginClass()).equals("lesson"))
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getPackageName)
                .filter(name -> Stream.of("java.", "org.commonmark.", "org.snakeyaml.", "org.jspecify.", "rewardscope.lesson")
                        .noneMatch(name::startsWith))
                .distinct()
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theEngineAsksNoClockAndNoUnseededRandomness() {
        var engine = Set.of("math", "env", "agent");
        List<String> wrong = CLASSES.stream()
                .filter(type -> engine.contains(room(type)))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> Set.of(
                                "java.lang.System.nanoTime", "java.lang.System.currentTimeMillis", "java.lang.Math.random")
                        .contains(call.getTargetOwner().getName() + "." + call.getName()))
                .map(Object::toString)
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(dependencies()
                        .filter(d -> engine.contains(room(d.getOriginClass())))
                        .filter(d -> d.getTargetClass().getName().equals("java.util.Random"))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    /// What is written goes by no system's language: not its digits, not its comma, not its dotless i.
    @Test
    void nothingIsWrittenInTheLanguageOfTheSystem() {
        var asked = Set.of(
                "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                "java.lang.String.formatted([Ljava.lang.Object;)",
                "java.lang.String.toLowerCase()",
                "java.lang.String.toUpperCase()",
                "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
                "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
                "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
                "java.text.NumberFormat.getInstance()",
                "java.text.NumberFormat.getNumberInstance()");
        List<String> wrong = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> asked.contains(call.getTarget().getFullName()))
                .map(Object::toString)
                .toList();
        assertThat(wrong).as("say String.format(Locale.ROOT, ...) or toLowerCase(Locale.ROOT)").isEmpty();
    }
}
