package rewardscope.math;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The saved state of something [Stateful]. Two snapshots are equal exactly when every bit of state is.
public final class Snapshot {
    private final byte[] data;

    private Snapshot(byte[] data) {
        this.data = data;
    }

    public static Snapshot of(Stateful subject) {
        var bytes = new ByteArrayOutputStream(256);
        subject.exchange(new Writer(bytes));
        return new Snapshot(bytes.toByteArray());
    }

    public static Snapshot ofBytes(byte[] data) {
        return new Snapshot(data.clone());
    }

    public void restore(Stateful subject) {
        var reader = new Reader(ByteBuffer.wrap(data));
        subject.exchange(reader);
        if (reader.in.hasRemaining()) {
            throw new IllegalStateException(reader.in.remaining() + " bytes of the snapshot were not read");
        }
    }

    /// Size in bytes.
    public int size() {
        return data.length;
    }

    public byte[] toBytes() {
        return data.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Snapshot[" + data.length + " bytes, " + Integer.toHexString(hashCode()) + "]";
    }

    private record Writer(DataOutputStream out) implements StateExchange {
        Writer(ByteArrayOutputStream bytes) {
            this(new DataOutputStream(bytes));
        }

        private interface Write {
            void run() throws IOException;
        }

        private static void write(Write write) {
            try {
                write.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a byte array never fails
            }
        }

        @Override
        public double number(String name, double value) {
            write(() -> out.writeLong(Double.doubleToRawLongBits(value)));
            return value;
        }

        @Override
        public int integer(String name, int value) {
            write(() -> out.writeInt(value));
            return value;
        }

        @Override
        public long longInteger(String name, long value) {
            write(() -> out.writeLong(value));
            return value;
        }

        @Override
        public boolean flag(String name, boolean value) {
            write(() -> out.writeBoolean(value));
            return value;
        }

        @Override
        public String text(String name, String value) {
            bytes(name, value.getBytes(StandardCharsets.UTF_8));
            return value;
        }

        @Override
        public byte[] bytes(String name, byte[] value) {
            write(() -> {
                out.writeInt(value.length);
                out.write(value);
            });
            return value;
        }

        @Override
        public void numbers(String name, double[] values) {
            var buffer = ByteBuffer.allocate(values.length * Double.BYTES);
            buffer.asDoubleBuffer().put(values);
            write(() -> out.write(buffer.array()));
        }

        @Override
        public void floats(String name, float[] values) {
            var buffer = ByteBuffer.allocate(values.length * Float.BYTES);
            buffer.asFloatBuffer().put(values);
            write(() -> out.write(buffer.array()));
        }

        @Override
        public void integers(String name, int[] values) {
            var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
            buffer.asIntBuffer().put(values);
            write(() -> out.write(buffer.array()));
        }

        @Override
        public <T> void list(
                String name, List<T> items, Function<T, double[]> toNumbers, Function<double[], T> fromNumbers) {
            integer(name, items.size());
            for (T item : items) {
                double[] numbers = toNumbers.apply(item);
                integer(name, numbers.length);
                numbers(name, numbers);
            }
        }
    }

    private record Reader(ByteBuffer in) implements StateExchange {
        @Override
        public double number(String name, double value) {
            return Double.longBitsToDouble(in.getLong());
        }

        @Override
        public int integer(String name, int value) {
            return in.getInt();
        }

        @Override
        public long longInteger(String name, long value) {
            return in.getLong();
        }

        @Override
        public boolean flag(String name, boolean value) {
            return in.get() != 0;
        }

        @Override
        public String text(String name, String value) {
            return new String(bytes(name, new byte[0]), StandardCharsets.UTF_8);
        }

        @Override
        public byte[] bytes(String name, byte[] value) {
            var saved = new byte[in.getInt()];
            in.get(saved);
            return saved;
        }

        @Override
        public void numbers(String name, double[] values) {
            in.asDoubleBuffer().get(values);
            in.position(in.position() + values.length * Double.BYTES);
        }

        @Override
        public void floats(String name, float[] values) {
            in.asFloatBuffer().get(values);
            in.position(in.position() + values.length * Float.BYTES);
        }

        @Override
        public void integers(String name, int[] values) {
            in.asIntBuffer().get(values);
            in.position(in.position() + values.length * Integer.BYTES);
        }

        @Override
        public <T> void list(
                String name, List<T> items, Function<T, double[]> toNumbers, Function<double[], T> fromNumbers) {
            items.clear();
            int size = in.getInt();
            for (int i = 0; i < size; i++) {
                var numbers = new double[in.getInt()];
                numbers(name, numbers);
                items.add(fromNumbers.apply(numbers));
            }
        }
    }
}
