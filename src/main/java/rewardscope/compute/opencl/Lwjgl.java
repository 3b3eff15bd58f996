package rewardscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// OpenCL through LWJGL, from the system's own library.
final class Lwjgl implements Binding {
    private static final String VERSIONED = "libOpenCL.so.1";

    /// What was handed to a queue and may be read by it until it has come to its end.
    private final Map<Long, List<ByteBuffer>> onTheirWay = new ConcurrentHashMap<>();

    Lwjgl() {
        Configuration.OPENCL_EXPLICIT_INIT.set(true);
        Configuration.MEMORY_BACKEND.set("ffm"); // the JDK warns of the others
        // a machine without OpenCL is no reason to write on the screen
        Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    @Override
    public List<DeviceInfo> devices() {
        load();
        var found = new ArrayList<DeviceInfo>();
        try (var stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1);
            if (clGetPlatformIDs(null, count) != CL_SUCCESS || count.get(0) == 0) {
                return found; // a loader without any driver
            }
            PointerBuffer platforms = stack.mallocPointer(count.get(0));
            check(clGetPlatformIDs(platforms, (IntBuffer) null), "listing platforms");
            for (int p = 0; p < platforms.capacity(); p++) {
                of(platforms.get(p), found);
            }
        }
        return found;
    }

    /// Once for all; LWJGL answers a question before that with an exception.
    private static void load() {
        try {
            CL.getFunctionProvider();
        } catch (IllegalStateException e) {
            try {
                CL.create();
            } catch (UnsatisfiedLinkError plain) {
                CL.create(VERSIONED); // without a compiler's package Linux has only this name of it
            }
        }
    }

    private static void of(long platform, List<DeviceInfo> found) {
        try (var stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1);
            if (clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, null, count) != CL_SUCCESS || count.get(0) == 0) {
                return;
            }
            CL.createPlatformCapabilities(platform);
            PointerBuffer ids = stack.mallocPointer(count.get(0));
            check(clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, ids, (IntBuffer) null), "listing devices");
            for (int d = 0; d < ids.capacity(); d++) {
                long id = ids.get(d);
                long memory = number(id, CL_DEVICE_GLOBAL_MEM_SIZE);
                String platformName = text(platform, CL_PLATFORM_NAME);
                String description = String.format(Locale.ROOT, "%s (%s, %.1f GB, driver %s)",
                        text(id, CL_DEVICE_NAME), platformName, memory * 0x1p-30, text(id, CL_DRIVER_VERSION));
                boolean processor = (number(id, CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
                found.add(new DeviceInfo(platform, id, description, memory, processor));
            }
        }
    }

    /// Text about a platform or a device: their keys differ.
    private static String text(long of, int key) {
        boolean platform = key == CL_PLATFORM_NAME;
        try (var stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            check(platform
                    ? clGetPlatformInfo(of, key, (ByteBuffer) null, size)
                    : clGetDeviceInfo(of, key, (ByteBuffer) null, size), "asking for a name");
            ByteBuffer bytes = stack.malloc((int) size.get(0));
            check(platform ? clGetPlatformInfo(of, key, bytes, null) : clGetDeviceInfo(of, key, bytes, null),
                    "asking for a name");
            return MemoryUtil.memUTF8(bytes, Math.max(0, bytes.capacity() - 1)).strip();
        }
    }

    private static long number(long device, int key) {
        var value = new long[1];
        check(clGetDeviceInfo(device, key, value, null), "asking for a number");
        return value[0];
    }

    @Override
    public long createContext(DeviceInfo device) {
        try (var stack = MemoryStack.stackPush()) {
            var code = stack.mallocInt(1);
            PointerBuffer properties =
                    stack.mallocPointer(3).put(0, CL_CONTEXT_PLATFORM).put(1, device.platform()).put(2, 0);
            long context = clCreateContext(properties, device.id(), null, 0, code);
            check(code.get(0), "creating a context");
            return context;
        }
    }

    @Override
    public void releaseContext(long context) {
        check(clReleaseContext(context), "releasing a context");
    }

    @Override
    public long createQueue(long context, DeviceInfo device) {
        var code = new int[1];
        long queue = clCreateCommandQueue(context, device.id(), 0, code);
        check(code[0], "creating a queue");
        return queue;
    }

    @Override
    public void releaseQueue(long queue) {
        try {
            check(clFinish(queue), "waiting for the queue");
        } finally {
            arrived(queue);
            clReleaseCommandQueue(queue);
        }
    }

    @Override
    public long createBuffer(long context, long bytes) {
        try (var stack = MemoryStack.stackPush()) {
            IntBuffer code = stack.mallocInt(1);
            long buffer = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, code);
            check(code.get(0), "allocating " + bytes + " bytes");
            return buffer;
        }
    }

    @Override
    public void releaseBuffer(long buffer) {
        check(clReleaseMemObject(buffer), "releasing memory");
    }

    @Override
    public long buildProgram(long context, DeviceInfo device, String source, String options) {
        long program;
        try (var stack = MemoryStack.stackPush()) {
            IntBuffer code = stack.mallocInt(1);
            program = clCreateProgramWithSource(context, source, code);
            check(code.get(0), "handing over a program");
        }
        int built = clBuildProgram(program, device.id(), options, null, 0);
        if (built != CL_SUCCESS) {
            String log = log(program, device.id());
            clReleaseProgram(program);
            throw new Failure(built, log);
        }
        return program;
    }

    /// The first line that speaks of an error.
    private static String log(long program, long device) {
        try (var stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            if (clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, (ByteBuffer) null, size) != CL_SUCCESS) {
                return "the compiler says nothing";
            }
            ByteBuffer bytes = MemoryUtil.memAlloc((int) Math.max(1, size.get(0)));
            try {
                clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, bytes, null);
                String all = MemoryUtil.memUTF8(bytes, (int) Math.max(0, size.get(0) - 1));
                return all.lines().filter(line -> line.contains("error")).findFirst().orElse(all.strip());
            } finally {
                MemoryUtil.memFree(bytes);
            }
        }
    }

    @Override
    public void releaseProgram(long program) {
        check(clReleaseProgram(program), "releasing a program");
    }

    @Override
    public long createKernel(long program, String name) {
        var code = new int[1];
        long kernel = clCreateKernel(program, name, code);
        check(code[0], "looking for the kernel " + name);
        return kernel;
    }

    @Override
    public void releaseKernel(long kernel) {
        check(clReleaseKernel(kernel), "releasing a kernel");
    }

    @Override
    public void argument(long kernel, int index, int value) {
        check(clSetKernelArg1i(kernel, index, value), "setting an argument");
    }

    @Override
    public void argument(long kernel, int index, float value) {
        check(clSetKernelArg1f(kernel, index, value), "setting an argument");
    }

    @Override
    public void buffer(long kernel, int index, long buffer) {
        check(clSetKernelArg1p(kernel, index, buffer), "setting an argument");
    }

    @Override
    public void launch(long queue, long kernel, long[] global, long[] local) {
        try (var stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.pointers(global);
            PointerBuffer group = local.length == 0 ? null : stack.pointers(local);
            check(clEnqueueNDRangeKernel(queue, kernel, global.length, null, size, group, null, null),
                    "starting a kernel");
        }
    }

    @Override
    public void write(long queue, long buffer, int offset, float[] host, int hostOffset, int count) {
        ByteBuffer bytes = send(queue, count);
        FloatBuffer numbers = bytes.asFloatBuffer().put(0, host, hostOffset, count);
        check(clEnqueueWriteBuffer(queue, buffer, false, 4L * offset, numbers, null, null), "writing to the device");
    }

    @Override
    public void write(long queue, long buffer, int[] host, int count) {
        ByteBuffer bytes = send(queue, count);
        IntBuffer numbers = bytes.asIntBuffer().put(0, host, 0, count);
        check(clEnqueueWriteBuffer(queue, buffer, false, 0, numbers, null, null), "writing to the device");
    }

    /// Memory that stays where it is until the queue has come to its end.
    private ByteBuffer send(long queue, int count) {
        ByteBuffer bytes = MemoryUtil.memAlloc(4 * count);
        onTheirWay.computeIfAbsent(queue, _ -> new ArrayList<>()).add(bytes);
        return bytes;
    }

    private void arrived(long queue) {
        var sent = onTheirWay.remove(queue);
        if (sent != null) {
            sent.forEach(MemoryUtil::memFree);
        }
    }

    @Override
    public void read(long queue, long buffer, int offset, float[] host, int hostOffset, int count) {
        FloatBuffer numbers = MemoryUtil.memAllocFloat(count);
        try {
            check(clEnqueueReadBuffer(queue, buffer, true, 4L * offset, numbers, null, null), "reading from the device");
            numbers.get(0, host, hostOffset, count);
        } finally {
            MemoryUtil.memFree(numbers);
        }
        arrived(queue);
    }

    @Override
    public void copy(long queue, long from, long to, long bytes) {
        check(clEnqueueCopyBuffer(queue, from, to, 0, 0, bytes, null, null), "copying on the device");
    }

    @Override
    public void finish(long queue) {
        check(clFinish(queue), "waiting for the device");
        arrived(queue);
    }

    private static void check(int code, String what) {
        if (code != CL_SUCCESS) {
            throw new Failure(code, what);
        }
    }
}
