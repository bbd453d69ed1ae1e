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
 * @param sites how many sites to make up, when none are given
 * @param siteFiles sites to simulate instead
 * @param provenModels models of real chargers, as {@code Vendor/Model}, that passed the link-cut
 *     test (S10)
 * @param speed how much faster than real time the load is replayed
 */
record UpOptions(
    int portBase,
    int sites,
    long seed,
    List<Path> siteFiles,
    Optional<Path> sitesDirectory,
    boolean simulator,
    boolean plainCoap,
    Optional<Path> load,
    double speed,
    Optional<Path> meters,
    Duration profileTtl,
    List<String> provenModels) {

  static final int DEFAULT_SITES = 3;
  static final long DEFAULT_SEED = 42;
  static final Duration DEFAULT_TTL = Duration.ofMinutes(10);
  static final int DEFAULT_BASE = Ports.DEFAULT_BASE;

  UpOptions {
    siteFiles = List.copyOf(siteFiles);
    Ports.requireBase(portBase);
    provenModels = List.copyOf(provenModels);
    for (String model : provenModels) {
      require(model.matches("[^/,]+/[^,]+"), "--proven-model is VENDOR/MODEL, not '" + model + "'");
    }
    require(sites >= 1 && sites <= 200, "--sites lies from 1 to 200, not " + sites);
    require(speed > 0 && speed <= 3600, "--speed lies above 0 and at most at 3600, not " + speed);
    require(
        profileTtl.compareTo(Duration.ofSeconds(10)) >= 0
            && profileTtl.compareTo(Duration.ofDays(1)) <= 0,
        "--profile-ttl lies from 10s to 24h, not " + profileTtl);
    require(
        sitesDirectory.isEmpty() || siteFiles.isEmpty(),
        "--sites-directory holds real sites and --site simulates some: choose one");
    require(simulator || load.isEmpty(), "--load is for simulated sites, and there are none to be");
    siteFiles.forEach(file -> requireFile("--site", file));
    load.ifPresent(file -> requireFile("--load", file));
    meters.ifPresent(file -> requireFile("--meters", file));
    sitesDirectory.ifPresent(
        directory ->
            require(
                Files.isDirectory(directory),
                "--sites-directory: there is no directory " + directory));
  }

  private static void requireFile(String option, Path file) {
    require(Files.isReadable(file), option + ": cannot read " + file);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CannotStart(otherwise);
    }
  }
}
