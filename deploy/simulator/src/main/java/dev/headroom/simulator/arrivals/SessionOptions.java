package dev.headroom.simulator.arrivals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line's options for recorded sessions. */
public final class SessionOptions {

  @Option(
      names = "--sessions",
      paramLabel = "FILE",
      description = {
        "Replays recorded charging sessions (.csv or .csv.gz: arrival, departure,",
        "'requested_energy (kWh)', station_id) instead of vehicles from the seed."
      })
  private @Nullable Path file;

  @Option(
      names = "--sessions-speed",
      defaultValue = "60",
      paramLabel = "X",
      description = {
        "Recorded seconds per second: stays, gaps and requested energy are divided by it,",
        "charging itself stays in real time (default: ${DEFAULT-VALUE})."
      })
  private double speed;

  @Option(
      names = "--sessions-from",
      paramLabel = "DATE",
      description = "First day to replay, such as 2019-06-14 (default: the busiest day).")
  private @Nullable LocalDate from;

  /**
   * What comes, by these options.
   *
   * @param withoutFile what comes when no recording is given
   * @throws IllegalArgumentException on a file that cannot be understood or options that clash
   */
  public Arrivals arrivals(Arrivals withoutFile) {
    if (file == null) {
      if (from != null) {
        throw new IllegalArgumentException("--sessions-from needs --sessions");
      }
      return withoutFile;
    }
    if (withoutFile instanceof Arrivals.ByHand) {
      throw new IllegalArgumentException("give either --sessions or --no-arrivals");
    }
    return new Arrivals.Recorded(SessionReplay.read(file, Optional.ofNullable(from), speed));
  }
}
