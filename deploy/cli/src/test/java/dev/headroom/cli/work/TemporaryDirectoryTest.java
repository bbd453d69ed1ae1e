package dev.headroom.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
  @TempDir private Path parent;

  @Test
  void sweepsWhatAKilledLauncherLeft() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    var left = TemporaryDirectory.create(parent);
    Files.writeString(left.logs().resolve("allocator.log"), "last words");
    Files.writeString(left.path().resolve("owner"), gone.pid() + "\n");
    assertThat(TemporaryDirectory.sweep(parent)).isEqualTo(1);
    assertThat(left.path()).doesNotExist();
  }

  @Test
  void knowsAProcessIdThatCameBackForAnotherProcess() throws Exception {
    var left = TemporaryDirectory.create(parent);
    Files.writeString(
        left.path().resolve("owner"), ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z");
    assertThat(TemporaryDirectory.sweep(parent)).isEqualTo(1);
  }

  @Test
  void leavesARunningLaunchersDirectoryAlone() {
    try (var mine = TemporaryDirectory.create(parent)) {
      assertThat(TemporaryDirectory.sweep(parent)).isZero();
      assertThat(mine.logs()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }
}
