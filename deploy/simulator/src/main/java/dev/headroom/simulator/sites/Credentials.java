package dev.headroom.simulator.sites;

import dev.headroom.core.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The secrets of simulated devices.
 *
 * @param meterKeys DTLS pre-shared keys by {@code site/meter}, as meter-ingest reads them
 * @param stationPasswords for Basic authentication, by charging station id
 */
public record Credentials(Map<String, String> meterKeys, Map<String, String> stationPasswords) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SECRET_LENGTH = 24;

  public Credentials {
    meterKeys = Map.copyOf(meterKeys);
    stationPasswords = Map.copyOf(stationPasswords);
  }

  /** New ones for every meter and station; hand in a secure source where it matters. */
  public static Credentials random(Collection<Site> sites, RandomGenerator random) {
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, String> passwords = new LinkedHashMap<>();
    for (Site site : sites) {
      site.circuits().stream()
          .flatMap(circuit -> circuit.meter().stream())
          .forEach(meter -> keys.put(site.name() + "/" + meter.name(), secret(random)));
      site.evses()
          .forEach(
              evse -> passwords.computeIfAbsent(evse.address().stationId(), id -> secret(random)));
    }
    return new Credentials(keys, passwords);
  }

  private static String secret(RandomGenerator random) {
    return random
        .ints(SECRET_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  /**
   * Reads both from files of {@code name: secret} lines.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  public static Credentials read(Path meterKeys, Path stationPasswords) throws IOException {
    return new Credentials(lines(meterKeys), lines(stationPasswords));
  }

  public void writeMeterKeys(Path file) throws IOException {
    write(meterKeys, file);
  }

  public void writeStationPasswords(Path file) throws IOException {
    write(stationPasswords, file);
  }

  private static void write(Map<String, String> secrets, Path file) throws IOException {
    Files.writeString(
        file,
        new TreeMap<>(secrets)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  private static Map<String, String> lines(Path file) throws IOException {
    Map<String, String> secrets = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.lastIndexOf(": ");
      if (colon < 1) {
        throw new IllegalArgumentException(
            file + ":" + number + ": write 'name: secret', with a space after the colon");
      }
      secrets.put(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
    }
    return secrets;
  }
}
