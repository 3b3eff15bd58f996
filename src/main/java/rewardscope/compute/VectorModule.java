package rewardscope.compute;

import java.lang.reflect.InvocationTargetException;

/// The JDK's Vector API, whose module is still an incubating one.
///
/// Named on the command line (`--add-modules jdk.incubator.vector`) the module prints a warning at every start and keeps
/// the JDK from using what it stored about its modules, which costs a good part of the time to the first window. So the
/// launcher does not name it, and it is added when the first arithmetic wants it, in the way the JDK adds its own modules
/// late, for agents for example. That way is internal to the JDK: the launcher opens it with
/// `--add-exports java.base/jdk.internal.module=ALL-UNNAMED`. Where that is missing, the module is too, and plain loops
/// do the work.
public final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /// Whether classes of the Vector API can be used from now on.
    public static boolean present() {
        return ModuleLayer.boot().findModule(NAME).isPresent() || Late.ADDED;
    }

    /// Adds the module at most once, when first asked.
    private static final class Late {
        static final boolean ADDED = add();

        private static boolean add() {
            try {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, NAME);
                return true;
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                if (e instanceof InvocationTargetException wrapped && wrapped.getCause() instanceof Error error
                        && !(error instanceof LinkageError)) {
                    throw error;
                }
                return false;
            }
        }
    }
}
