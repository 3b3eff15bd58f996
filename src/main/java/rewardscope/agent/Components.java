package rewardscope.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/// The components of a record by name: how traces, the equation pane and the tests read any event.
public final class Components {
    private Components() {}

    /// Names and values in the order of declaration.
    public static Map<String, Object> of(Record event) {
        var values = new LinkedHashMap<String, Object>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            values.put(component.getName(), read(event, component));
        }
        return values;
    }

    private static Object read(Record event, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
        }
    }
}
