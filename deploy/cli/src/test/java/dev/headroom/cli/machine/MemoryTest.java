package dev.headroom.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  private static final long GIGABYTE = 1L << 30;

  @TempDir private Path root;

  @Test
  void takesWhatTheKernelSaysIsAvailable() throws Exception {
    write("proc/meminfo", "MemTotal: 9 kB\nMemAvailable:    2097152 kB\nBuffers: 1 kB\n");
    assertThat(new Memory(root).availableBytes()).hasValue(2 * GIGABYTE);
  }

  @Test
  void takesWhatTheContainersLimitLeavesWhenThatIsLess() throws Exception {
    write("proc/meminfo", "MemAvailable:    8388608 kB\n");
    write("sys/fs/cgroup/memory.max", 2 * GIGABYTE + "\n");
    write("sys/fs/cgroup/memory.current", GIGABYTE + "\n");
    write("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file " + GIGABYTE / 4 + "\n");
    assertThat(new Memory(root).availableBytes()).hasValue(GIGABYTE + GIGABYTE / 4);
  }

  @Test
  void readsAContainerWithoutALimit() throws Exception {
    write("proc/meminfo", "MemAvailable:    1048576 kB\n");
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/memory.current", "77\n");
    assertThat(new Memory(root).availableBytes()).hasValue(GIGABYTE);
  }

  @Test
  void saysHowMuchIsMissing() throws Exception {
    write("proc/meminfo", "MemAvailable:    524288 kB\n");
    assertThatThrownBy(() -> new Memory(root).require(GIGABYTE))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("512 MB available")
        .hasMessageContaining("1024 MB needed");
  }

  @Test
  void letsPassWhereNobodyKnows() {
    assertThatCode(() -> new Memory(root).require(GIGABYTE)).doesNotThrowAnyException();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
