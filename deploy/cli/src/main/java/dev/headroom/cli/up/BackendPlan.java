package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Broker;
import dev.headroom.cli.cluster.Database;
import dev.headroom.cli.external.PostgresProbe;
import dev.headroom.cli.work.DataDirectory;
import dev.headroom.cli.work.TemporaryDirectory;
import dev.headroom.cli.work.WorkDirectory;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of somebody else's the services will run on, looked at before anything starts; what is empty
 * is embedded.
 *
 * @param embeddedPartitions of each topic on an embedded broker
 */
record BackendPlan(Optional<Broker> broker, Optional<Database> database, int embeddedPartitions) {

  /**
   * Looks at what was named.
   *
   * @throws dev.headroom.cli.machine.CannotStart when it will not do, within some seconds
   */
  static BackendPlan of(BackendOptions options, WorkDirectory work, Progress progress) {
    Optional<Database> database =
        options
            .postgres()
            .map(
                address -> {
                  String version = new PostgresProbe(address).version();
                  progress.step("database", address + ", PostgreSQL " + version);
                  return address.asDatabase();
                });
    Optional<Broker> broker =
        options
            .kafka()
            .map(
                kafka -> {
                  Broker found = kafka.prepare();
                  progress.step("broker", describe(found));
                  return found;
                });
    int partitions = broker.isPresent() ? 0 : embeddedPartitions(work, options.partitions());
    return new BackendPlan(broker, database, partitions);
  }

  private static int embeddedPartitions(WorkDirectory work, OptionalInt wanted) {
    return switch (work) {
      case DataDirectory data -> data.partitions(wanted, Broker.EMBEDDED_PARTITIONS);
      case TemporaryDirectory _ -> wanted.orElse(Broker.EMBEDDED_PARTITIONS);
    };
  }

  private static String describe(Broker broker) {
    String sharing =
        switch (broker.protocol()) {
          case STREAMS -> "";
          case CLASSIC ->
              "; it does not offer the streams group protocol (Kafka 4.2 does), so a dead allocator"
                  + " is missed after seconds more";
        };
    return "%s, %d partitions, %d copies of what is new%s"
        .formatted(broker.bootstrapServers(), broker.partitions(), broker.replication(), sharing);
  }
}
