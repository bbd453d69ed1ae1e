package dev.headroom.cli.up;

import dev.headroom.cli.external.KafkaProbe;
import dev.headroom.cli.external.PostgresAddress;
import dev.headroom.cli.machine.CannotStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line's options for what the services run on. */
final class BackendOptions {
  private static final int MOST_PARTITIONS = 1000;
  private static final String SERVERS =
      "([^\\s:,]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}(,([^\\s:,]+|\\[[0-9a-fA-F:.]+]):\\d{1,5})*";

  @Option(names = "--data")
  private @Nullable Path data;

  @Option(names = "--postgres")
  private @Nullable String postgres;

  @Option(names = "--kafka")
  private @Nullable String kafka;

  @Option(names = "--topics-partitions")
  private @Nullable Integer partitions;

  @Option(names = "--topics-replication")
  private @Nullable Integer replication;

  /** Where to keep data; without it they are temporary. */
  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Somebody's PostgreSQL, in place of our own. */
  Optional<PostgresAddress> postgres() {
    return Optional.ofNullable(postgres).map(url -> PostgresAddress.parse(url, System.getenv()));
  }

  /** Somebody's Kafka, in place of our own. */
  Optional<KafkaProbe> kafka() {
    return Optional.ofNullable(kafka)
        .map(servers -> new KafkaProbe(servers, partitions(), optional(replication)));
  }

  OptionalInt partitions() {
    return optional(partitions);
  }

  /**
   * Passes options that make sense together.
   *
   * @throws CannotStart naming the one that does not
   */
  BackendOptions checked() {
    require(
        kafka == null || kafka.matches(SERVERS),
        "--kafka is HOST:PORT, or several of them with commas between, not '" + kafka + "'");
    require(
        partitions == null || (partitions >= 1 && partitions <= MOST_PARTITIONS),
        "--topics-partitions lies from 1 to " + MOST_PARTITIONS + ", not " + partitions);
    require(
        replication == null || (replication >= 1 && replication <= Short.MAX_VALUE),
        "--topics-replication is 1 or more, not " + replication);
    require(
        replication == null || replication == 1 || kafka != null,
        "--topics-replication is for --kafka: our own broker is one, and keeps one copy");
    postgres();
    return this;
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CannotStart(otherwise);
    }
  }
}
