package dev.headroom.cli.up;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.sites.Credentials;
import dev.headroom.simulator.sites.SeededSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be simulated: sites, and the secrets of their meters and stations.
 *
 * @param sitesDirectory where the allocator watches for site files
 * @param metersFile the keys of all meters, simulated and real
 * @param stationsFile the passwords of simulated stations
 */
record Simulation(
    List<Site> sites,
    Credentials credentials,
    Path sitesDirectory,
    Path metersFile,
    Path stationsFile) {

  /** The simulator's chargers: they pass the link-cut test, as its own tests show (S10). */
  private static final List<String> PROVEN =
      List.of("Headroom/Simulated AC", "Headroom/Simulated DC");

  /** Writes what the parts will read into the work directory. */
  static Simulation prepare(UpOptions options, WorkDirectory work) {
    List<Site> sites = options.simulator() ? sites(options) : List.of();
    var simulation =
        new Simulation(
            sites,
            Credentials.random(sites, new SecureRandom()),
            options.sitesDirectory().orElse(work.subdirectory("sites")).toAbsolutePath(),
            work.path().resolve("meters"),
            work.path().resolve("stations"));
    try {
      simulation.write(options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the simulated sites", e);
    }
    return simulation;
  }

  boolean empty() {
    return sites.isEmpty();
  }

  Set<String> names() {
    return sites.stream().map(Site::name).collect(Collectors.toUnmodifiableSet());
  }

  List<String> provenModels() {
    return empty() ? List.of() : PROVEN;
  }

  String description() {
    int evses = sites.stream().mapToInt(site -> site.evses().size()).sum();
    return "%d sites, %d meters, %d EVSEs"
        .formatted(sites.size(), credentials.meterKeys().size(), evses);
  }

  private static List<Site> sites(UpOptions options) {
    if (options.siteFiles().isEmpty()) {
      return SeededSites.generate(options.sites(), options.seed());
    }
    return options.siteFiles().stream().map(Simulation::read).toList();
  }

  private static Site read(Path file) {
    return switch (SiteYaml.read(file)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused ->
          throw new CannotStart(
              "--site: "
                  + refused.findings().stream()
                      .map(Finding::describe)
                      .collect(Collectors.joining(System.lineSeparator() + "  ")));
    };
  }

  private void write(UpOptions options) throws IOException {
    if (options.siteFiles().isEmpty()) {
      if (!empty()) {
        SeededSites.write(sites, sitesDirectory);
      }
    } else {
      for (Path file : options.siteFiles()) {
        Files.copy(file, sitesDirectory.resolve(file.getFileName()));
      }
    }
    credentials.writeMeterKeys(metersFile);
    credentials.writeStationPasswords(stationsFile);
    if (options.meters().isPresent()) {
      byte[] real = Files.readAllBytes(options.meters().get());
      Files.write(metersFile, real, StandardOpenOption.APPEND);
    }
  }
}
