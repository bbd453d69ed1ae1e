package dev.headroom.trial;

import dev.headroom.trial.fault.FaultMain;
import dev.headroom.trial.gateway.GatewayMain;
import dev.headroom.trial.load.LoadMain;
import dev.headroom.trial.report.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures what its argument asks for, and prints tables. */
public final class Main {

  private Main() {}

  /**
   * Runs one measurement.
   *
   * @param arguments what, then how often: {@code kill,20}; a seed may follow. Of loads, how many
   *     sites instead: {@code load-sites,100}; of the gateway's, how many chargers
   */
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    Path root = Path.of(System.getProperty("headroom.root", "")).toAbsolutePath();
    String[] asked = arguments[0].split(",", -1);
    System.out.println(Surroundings.line(root));
    Optional<Integer> times =
        asked.length > 1 ? Optional.of(Integer.valueOf(asked[1])) : Optional.empty();
    long seed = asked.length > 2 ? Long.parseLong(asked[2]) : 1;
    if (asked[0].equals("gateway")) {
      GatewayMain.run(root, times);
    } else if (asked[0].startsWith("load")) {
      LoadMain.run(root, asked[0], times);
    } else {
      FaultMain.run(root, asked[0], times, seed);
    }
    System.exit(0);
  }
}
