package dev.headroom.trial.process;

import dev.headroom.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The database in a process of its own; its data may go with the machine. */
public final class DatabaseMain {

  private DatabaseMain() {}

  /**
   * Runs until standard input closes.
   *
   * @param arguments port, directory
   */
  public static void main(String[] arguments) throws InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    EmbeddedDatabase started =
        EmbeddedDatabase.builder()
            .port(Integer.parseInt(arguments[0]))
            .directory(Path.of(arguments[1]))
            .throwAway()
            .start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
    System.out.println("Listening on " + started.port());
    Thread.currentThread().join();
  }
}
