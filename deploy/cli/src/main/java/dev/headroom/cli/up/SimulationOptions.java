package dev.headroom.cli.up;

import dev.headroom.cli.machine.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line's options for the simulated sites. */
final class SimulationOptions {
  private static final Set<String> SPOKEN = Set.of("1.6", "2.0.1", "mixed");

  @Option(names = "--sites")
  private int sites = 3;

  @Option(names = "--seed")
  private long seed = 42;

  @Option(names = "--site", arity = "1..*")
  private List<Path> siteFiles = List.of();

  @Option(names = "--no-simulator")
  private boolean none;

  @Option(names = "--ocpp")
  private String ocpp = "mixed";

  @Option(names = "--load")
  private @Nullable Path load;

  @Option(names = "--speed")
  private double speed = 1;

  @Option(names = "--sessions")
  private @Nullable Path sessions;

  @Option(names = "--sessions-speed")
  private @Nullable Double sessionsSpeed;

  @Option(names = "--sessions-from")
  private @Nullable String sessionsFrom;

  /** Whether nothing is to be simulated. */
  boolean none() {
    return none;
  }

  /** How many sites to make up, when no files are given. */
  int sites() {
    return sites;
  }

  long seed() {
    return seed;
  }

  List<Path> siteFiles() {
    return List.copyOf(siteFiles);
  }

  /** What the simulator is told of loads and vehicles, as its own command line has it. */
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--seed", Long.toString(seed)));
    arguments.addAll(List.of("--ocpp", ocpp));
    if (load != null) {
      arguments.addAll(List.of("--load", load.toAbsolutePath().toString()));
    }
    arguments.addAll(List.of("--speed", Double.toString(speed)));
    if (sessions != null) {
      arguments.addAll(List.of("--sessions", sessions.toAbsolutePath().toString()));
    }
    Optional.ofNullable(sessionsSpeed)
        .ifPresent(it -> arguments.addAll(List.of("--sessions-speed", it.toString())));
    Optional.ofNullable(sessionsFrom)
        .ifPresent(it -> arguments.addAll(List.of("--sessions-from", it)));
    return arguments;
  }

  /**
   * Passes options that make sense together.
   *
   * @param realSites whether site files of real sites are given
   * @throws CannotStart naming the one that does not
   */
  SimulationOptions checked(boolean realSites) {
    require(sites >= 1 && sites <= 200, "--sites lies from 1 to 200, not " + sites);
    require(SPOKEN.contains(ocpp), "--ocpp is 1.6, 2.0.1 or mixed, not " + ocpp);
    requireSpeed("--speed", speed);
    Optional.ofNullable(sessionsSpeed).ifPresent(it -> requireSpeed("--sessions-speed", it));
    require(
        !realSites || siteFiles.isEmpty(),
        "--sites-directory holds real sites and --site simulates some: choose one");
    boolean simulated = !none && !realSites;
    require(
        simulated || siteFiles.isEmpty(),
        "--site simulates sites and --no-simulator does not: for real ones use --sites-directory");
    require(simulated || load == null, "--load is for simulated sites, and there are none to be");
    require(
        simulated || sessions == null,
        "--sessions is for simulated sites, and there are none to be");
    require(
        sessions != null || (sessionsSpeed == null && sessionsFrom == null),
        "--sessions-speed and --sessions-from say how to replay --sessions, which is missing");
    siteFiles.forEach(file -> requireFile("--site", file));
    Optional.ofNullable(load).ifPresent(file -> requireFile("--load", file));
    Optional.ofNullable(sessions).ifPresent(file -> requireFile("--sessions", file));
    return this;
  }

  private static void requireSpeed(String option, double speed) {
    require(speed > 0 && speed <= 3600, option + " lies above 0 and at most at 3600, not " + speed);
  }

  private static void requireFile(String option, Path file) {
    require(Files.isReadable(file) && !Files.isDirectory(file), option + ": cannot read " + file);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CannotStart(otherwise);
    }
  }
}
