package dev.headroom.cli.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.cli.machine.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDirectoryTest {
  @TempDir private Path parent;

  @Test
  void makesADirectoryThatNobodyElseMayLookInto() throws Exception {
    Path path = parent.resolve("a/data");
    try (var data = DataDirectory.open(path)) {
      assertThat(data.interrupted()).isFalse();
      assertThat(data.logs()).isDirectory();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
          .isEqualTo("rwx------");
    }
    assertThat(path).exists();
  }

  @Test
  void refusesASecondUpAndNamesTheFirst() {
    try (var first = DataDirectory.open(parent)) {
      assertThatThrownBy(() -> DataDirectory.open(parent))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("in use by another 'up' (process " + ProcessHandle.current().pid());
      assertThat(first.kept()).isTrue();
    }
    DataDirectory.open(parent).close();
  }

  @Test
  void knowsThatTheLastUpWasKilled() throws Exception {
    DataDirectory.open(parent).close();
    Files.writeString(parent.resolve("lock"), "12345");
    try (var data = DataDirectory.open(parent)) {
      assertThat(data.interrupted()).isTrue();
    }
    try (var data = DataDirectory.open(parent)) {
      assertThat(data.interrupted()).isFalse();
    }
  }

  @Test
  void keepsTheLastRunsLogs() throws Exception {
    try (var data = DataDirectory.open(parent)) {
      Files.writeString(data.logs().resolve("allocator.log"), "last words");
    }
    try (var data = DataDirectory.open(parent)) {
      assertThat(data.logs()).isEmptyDirectory();
      assertThat(parent.resolve("logs.previous/allocator.log")).hasContent("last words");
    }
  }

  @Test
  void leavesWhatIsNotOursAlone() throws Exception {
    Files.writeString(parent.resolve("thesis.tex"), "chapter 1");
    assertThatThrownBy(() -> DataDirectory.open(parent))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("holds something else");
    assertThat(parent).isDirectoryContaining(file -> file.endsWith("thesis.tex"));
    assertThatThrownBy(() -> DataDirectory.open(parent.resolve("thesis.tex")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("no directory");
  }

  @Test
  void topicsStayAsTheyWereMade() {
    try (var data = DataDirectory.open(parent)) {
      assertThat(data.partitions(OptionalInt.of(12), 8)).isEqualTo(12);
    }
    try (var data = DataDirectory.open(parent)) {
      assertThat(data.partitions(OptionalInt.empty(), 8)).isEqualTo(12);
      assertThatThrownBy(() -> data.partitions(OptionalInt.of(8), 8))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("--topics-partitions 8")
          .hasMessageContaining("have 12");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layout=2                   | has layout 2, and this Headroom knows 1
          layout=one                 | is damaged
          partitions=8               | is damaged
          layout=1;kafka=999.0.0     | was written by Kafka 999.0.0
          """)
  void refusesWhatItWouldMisread(String layout, String reason) throws Exception {
    Files.writeString(parent.resolve("layout"), layout.replace(';', '\n'));
    assertThatThrownBy(() -> DataDirectory.open(parent))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(reason);
    assertThat(parent.resolve("layout")).hasContent(layout.replace(';', '\n'));
  }
}
