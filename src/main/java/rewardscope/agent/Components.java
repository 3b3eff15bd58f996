package rewardscope.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/// The components of a record by name: how traces, the equation pane and the tests read any event.
public final class Components {
    /// The accessors of each kind of record, in the order of declaration; looked up once.
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            var accessors = new Method[components.length];
            for (int i = 0; i < accessors.length; i++) {
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true);
            }
            return accessors;
        }
    };

    private Components() {}

    /// Names and values in the order of declaration.
    public static Map<String, Object> of(Record event) {
        var values = new LinkedHashMap<String, Object>();
        for (Method accessor : ACCESSORS.get(event.getClass())) {
            values.put(accessor.getName(), read(event, accessor));
        }
        return values;
    }

    private static Object read(Record event, Method accessor) {
        try {
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + accessor.getName() + " cannot be read", e);
        }
    }
}
