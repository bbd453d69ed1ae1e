package dev.headroom.cli.up;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.work.WorkDirectory;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.sites.SeededSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be simulated: sites, and the secrets of their meters and stations.
 *
 * @param sitesDirectory where the allocator watches for site files
 */
record Simulation(List<Site> sites, Secrets secrets, Path sitesDirectory) {

  /** The simulator's chargers: they pass the link-cut test, as its own tests show (S10). */
  private static final List<String> PROVEN =
      List.of("Headroom/Simulated AC", "Headroom/Simulated DC");

  /** Writes what the parts will read into the work directory. */
  static Simulation prepare(UpOptions options, WorkDirectory work) {
    try {
      List<Site> sites = options.simulates() ? sites(options.simulation()) : List.of();
      Path directory =
          sites.isEmpty()
              ? options.sitesDirectory().orElseGet(() -> work.subdirectory("sites"))
              : emptied(work.subdirectory("simulated-sites"));
      write(sites, options.simulation(), directory);
      var secrets = Secrets.of(sites, work.secrets(), options.meters());
      return new Simulation(sites, secrets, directory.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write what the services are to read", e);
    }
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
        .formatted(sites.size(), secrets.simulated().meterKeys().size(), evses);
  }

  private static List<Site> sites(SimulationOptions options) {
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

  private static void write(List<Site> sites, SimulationOptions options, Path directory)
      throws IOException {
    if (options.siteFiles().isEmpty()) {
      if (!sites.isEmpty()) {
        SeededSites.write(sites, directory);
      }
      return;
    }
    for (int i = 0; i < sites.size(); i++) {
      Path copy = directory.resolve(sites.get(i).name() + ".yaml");
      try {
        Files.copy(options.siteFiles().get(i), copy);
      } catch (FileAlreadyExistsException twice) {
        throw new CannotStart("--site: two files describe site " + sites.get(i).name());
      }
    }
  }

  /** An earlier start on the same data may have simulated others. */
  private static Path emptied(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    return directory;
  }
}
