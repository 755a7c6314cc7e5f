package outdial.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/// What this process has used so far.
record Used(long nanos, long cpuNanos) {
    private static final double BYTES_PER_MEGABYTE = 1024 * 1024;

    static Used now() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Used(System.nanoTime(), system.getProcessCpuTime());
    }

    Used since(Used before) {
        return new Used(nanos - before.nanos, cpuNanos - before.cpuNanos);
    }

    /// The most heap there ever was, with what waited to be collected.
    static double peakHeapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / BYTES_PER_MEGABYTE;
    }
}
