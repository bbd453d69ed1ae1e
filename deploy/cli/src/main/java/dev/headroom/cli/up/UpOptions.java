package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.machine.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code headroom up} was asked for; legal as a whole.
 *
 * @param sitesDirectory files of real sites; then none is simulated
 * @param provenModels models of real chargers, as {@code Vendor/Model}, that passed the link-cut
 *     test (S10)
 */
record UpOptions(
    int portBase,
    boolean plainCoap,
    Optional<Path> sitesDirectory,
    Optional<Path> meters,
    Duration profileTtl,
    List<String> provenModels,
    SimulationOptions simulation,
    BackendOptions backends) {

  static final Duration DEFAULT_TTL = Duration.ofMinutes(10);
  static final int DEFAULT_BASE = Ports.DEFAULT_BASE;

  UpOptions {
    Ports.requireBase(portBase);
    provenModels = List.copyOf(provenModels);
    for (String model : provenModels) {
      require(model.matches("[^/,]+/[^,]+"), "--proven-model is VENDOR/MODEL, not '" + model + "'");
    }
    require(
        profileTtl.compareTo(Duration.ofSeconds(10)) >= 0
            && profileTtl.compareTo(Duration.ofDays(1)) <= 0,
        "--profile-ttl lies from 10s to 24h, not " + profileTtl);
    simulation.checked(sitesDirectory.isPresent());
    backends.checked();
    meters.ifPresent(file -> require(Files.isReadable(file), "--meters: cannot read " + file));
    sitesDirectory.ifPresent(
        directory ->
            require(
                Files.isDirectory(directory),
                "--sites-directory: there is no directory " + directory));
  }

  /** Whether sites are to be simulated. */
  boolean simulates() {
    return !simulation.none() && sitesDirectory.isEmpty();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CannotStart(otherwise);
    }
  }
}
