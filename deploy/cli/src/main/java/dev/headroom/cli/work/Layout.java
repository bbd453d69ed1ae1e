package dev.headroom.cli.work;

import dev.headroom.cli.machine.CannotStart;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What a data directory says of itself, so that a start that would misread it is refused.
 *
 * @param partitions of the topics in the broker's log; empty while there is none
 * @param kafka the newest Kafka that has written it
 */
record Layout(int version, OptionalInt partitions, Optional<String> kafka) {
  static final String FILE = "layout";
  private static final int CURRENT = 1;
  private static final String TEXT =
      """
      # What 'headroom up --data' keeps here, and in which form. Not to be edited.
      layout=%d
      """;

  static Layout fresh() {
    return new Layout(CURRENT, OptionalInt.empty(), Optional.empty());
  }

  /**
   * What the directory says.
   *
   * @throws CannotStart when we cannot read what is in it
   */
  static Layout read(Path directory) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(directory.resolve(FILE))));
    try {
      var layout =
          new Layout(
              Integer.parseInt(properties.getProperty("layout", "")),
              Optional.ofNullable(properties.getProperty("partitions")).stream()
                  .mapToInt(Integer::parseInt)
                  .findFirst(),
              Optional.ofNullable(properties.getProperty("kafka")));
      layout.requireReadable(directory);
      return layout;
    } catch (NumberFormatException e) {
      throw new CannotStart("--data: " + directory.resolve(FILE) + " is damaged");
    }
  }

  /** With a broker's log of so many partitions, written by this Kafka. */
  Layout withBroker(int count) {
    return new Layout(version, OptionalInt.of(count), Optional.of(AppInfoParser.getVersion()));
  }

  void write(Path directory) throws IOException {
    var text = new StringBuilder(TEXT.formatted(version));
    partitions.ifPresent(it -> text.append("partitions=").append(it).append('\n'));
    kafka.ifPresent(it -> text.append("kafka=").append(it).append('\n'));
    Files.writeString(directory.resolve(FILE), text);
  }

  private void requireReadable(Path directory) {
    if (version != CURRENT) {
      throw new CannotStart(
          "--data: %s has layout %d, and this Headroom knows %d; use the one that made it, or another"
                  .formatted(directory, version, CURRENT)
              + " directory");
    }
    kafka
        .filter(Layout::newerThanOurs)
        .ifPresent(
            newer -> {
              throw new CannotStart(
                  "--data: %s was written by Kafka %s, and this is %s, which cannot read it"
                      .formatted(directory, newer, AppInfoParser.getVersion()));
            });
  }

  /** Compares major and minor version: a log's format does not change between patches. */
  private static boolean newerThanOurs(String kafka) {
    return Runtime.Version.parse(minor(kafka))
            .compareTo(Runtime.Version.parse(minor(AppInfoParser.getVersion())))
        > 0;
  }

  private static String minor(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+).*", "$1").replaceFirst("\\.0$", "");
  }
}
