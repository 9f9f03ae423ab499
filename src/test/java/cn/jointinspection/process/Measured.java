package cn.jointinspection.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Time, CPU of this JVM and heap of a piece of work. */
final class Measured {

  private final long start = System.nanoTime();
  private final long cpuStart = cpu();
  private long end;
  private long cpuEnd;
  private long heapPeak;
  private long heapAfterCollection;

  private Measured() {}

  static Measured start() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new Measured();
  }

  void stop() {
    end = System.nanoTime();
    cpuEnd = cpu();
    heapPeak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    heapAfterCollection = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Since the start while it runs. */
  double seconds() {
    return ((end == 0 ? System.nanoTime() : end) - start) / 1e9;
  }

  double cpuSeconds() {
    return (cpuEnd - cpuStart) / 1e9;
  }

  /** Bytes; the sum of each pool's peak, which is never below the true one. */
  long heapPeak() {
    return heapPeak;
  }

  long heapAfterCollection() {
    return heapAfterCollection;
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
