package dev.headroom.trial.process;

import dev.headroom.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The broker in a process of its own. */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Runs until standard input closes.
   *
   * @param arguments port, directory, then settings as {@code name=value}
   */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    var broker =
        EmbeddedKafka.builder()
            .port(Integer.parseInt(arguments[0]))
            .directory(Path.of(arguments[1]));
    for (int i = 2; i < arguments.length; i++) {
      String[] setting = arguments[i].split("=", 2);
      broker.property(setting[0], setting[1]);
    }
    EmbeddedKafka started = broker.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
  }
}
