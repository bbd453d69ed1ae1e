package dev.headroom.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @Test
  void aChildEndsInOrderWhenItsInputCloses() throws Exception {
    try (var children = new Children(directory)) {
      Child child = children.start("sleeper", command(Sleeper.class));
      awaitText("sleeper", "awake");
      child.askToEnd();
      child.awaitEnd(LIMIT);
      assertThat(child.exitStatus()).isZero();
      assertThat(child.lastLines(1)).containsExactly("in order");
    }
  }

  @Test
  void childrenFollowAKilledParent() throws Exception {
    Process parent =
        new ProcessBuilder(java(), "-cp", classPath(), Parent.class.getName(), directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      awaitText("grandchild", "awake");
      assertThat(child.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
      await().atMost(LIMIT).until(() -> !child.isAlive());
      awaitText("grandchild", "in order");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void anUnexpectedEndFailsWithTheTailOfTheLog() {
    try (var children = new Children(directory)) {
      children.start("failing", command(Failing.class));
      await().atMost(LIMIT).until(() -> children.firstEnded().isDone());
      assertThatThrownBy(children::check)
          .isInstanceOf(ChildFailed.class)
          .hasMessageContaining("failing ended with status 3")
          .hasMessageContaining("failing.log")
          .hasMessageContaining("no such luck");
    }
  }

  @Test
  void anEndThatWasAskedForIsNoFailure() {
    var children = new Children(directory);
    Child child = children.start("sleeper", command(Sleeper.class));
    children.close();
    assertThat(child.alive()).isFalse();
    assertThatCode(children::check).doesNotThrowAnyException();
    assertThatThrownBy(() -> children.start("late", command(Sleeper.class)))
        .hasMessageContaining("stopping");
  }

  private void awaitText(String name, String text) {
    Path log = directory.resolve(name + ".log");
    await().atMost(LIMIT).until(() -> Files.exists(log) && Files.readString(log).contains(text));
  }

  private JvmCommand command(Class<?> main) {
    return new JvmCommand(
        directory,
        List.of(classPath()),
        main.getName(),
        32,
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs until it is ended, and says so when that is done in order. */
  public static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    System.out.println("in order");
                    System.out.flush();
                  }));
      System.out.println("awake");
      Thread.currentThread().join();
    }
  }

  /** Ends by itself. */
  public static final class Failing {
    private Failing() {}

    public static void main(String[] arguments) {
      System.out.println("no such luck");
      System.exit(3);
    }
  }

  /** Has a child, says its process id and waits to be killed. */
  public static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
      var children = new Children(Path.of(arguments[0]));
      var command =
          new JvmCommand(
              Path.of(arguments[0]),
              List.of(classPath()),
              Sleeper.class.getName(),
              32,
              Map.of(),
              Map.of(),
              List.of(),
              Optional.empty());
      System.out.println(children.start("grandchild", command).pid());
      Thread.currentThread().join();
    }
  }
}
