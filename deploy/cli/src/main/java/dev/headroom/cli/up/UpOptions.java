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
 * @param issuer whose tokens the services ask for; without one they are open, on loopback
 */
record UpOptions(
    int portBase,
    boolean plainCoap,
    Optional<Path> sitesDirectory,
    Optional<Path> meters,
    Duration profileTtl,
    List<String> provenModels,
    Optional<String> issuer,
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
    issuer.ifPresent(
        url ->
            require(
                url.matches("https?://[^\\s/]+.*"),
                "--oidc-issuer is an address such as https://login.example/realm, not " + url));
    require(
        issuer.isEmpty() || simulation.none() || sitesDirectory.isPresent(),
        "--oidc-issuer is for real devices, with --no-simulator or --sites-directory: simulated"
            + " chargers are provisioned without a token");
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
