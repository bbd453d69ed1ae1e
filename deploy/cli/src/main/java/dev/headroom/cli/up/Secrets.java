package dev.headroom.cli.up;

import dev.headroom.core.site.Site;
import dev.headroom.simulator.sites.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What devices are let in with.
 *
 * @param simulated those of the simulated ones
 * @param metersFile the keys of all meters, simulated and real
 * @param stationsFile the passwords of simulated stations
 */
record Secrets(Credentials simulated, Path metersFile, Path stationsFile) {

  /**
   * Writes the files; a device that was there at an earlier start keeps its secret.
   *
   * @param directory where an earlier start may have left them
   * @param real a file of real meters' keys
   */
  static Secrets of(List<Site> sites, Path directory, Optional<Path> real) throws IOException {
    Path simulatedMeters = directory.resolve("simulated-meters");
    Path stations = directory.resolve("simulated-stations");
    Credentials fresh = Credentials.random(sites, new SecureRandom());
    Credentials earlier = read(simulatedMeters, stations);
    var all =
        new Credentials(
            merged(fresh.meterKeys(), earlier.meterKeys()),
            merged(fresh.stationPasswords(), earlier.stationPasswords()));
    all.writeMeterKeys(simulatedMeters);
    all.writeStationPasswords(stations);
    var used =
        new Credentials(
            only(all.meterKeys(), fresh.meterKeys()),
            only(all.stationPasswords(), fresh.stationPasswords()));
    Path meters = directory.resolve("meters");
    used.writeMeterKeys(meters);
    if (real.isPresent()) {
      Files.writeString(meters, Files.readString(meters) + Files.readString(real.get()));
    }
    return new Secrets(used, meters, stations);
  }

  private static Credentials read(Path meters, Path stations) throws IOException {
    try {
      return Credentials.read(meters, stations);
    } catch (NoSuchFileException firstStart) {
      return new Credentials(Map.of(), Map.of());
    }
  }

  private static Map<String, String> merged(Map<String, String> fresh, Map<String, String> old) {
    var merged = new HashMap<>(fresh);
    merged.putAll(old);
    return merged;
  }

  private static Map<String, String> only(Map<String, String> all, Map<String, String> wanted) {
    var some = new HashMap<>(all);
    some.keySet().retainAll(wanted.keySet());
    return some;
  }
}
