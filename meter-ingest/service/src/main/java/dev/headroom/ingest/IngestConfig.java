package dev.headroom.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings of this service; the README has them as a table. One mapping for each group, since a
 * mapping refuses keys it does not know and {@code headroom.*} belongs to all services.
 */
public record IngestConfig(Coap coap, Meters meters, Readings readings, Topics topics) {

  /** Where meters reach us. */
  @ConfigMapping(prefix = "headroom.coap")
  public interface Coap {

    /** Address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** UDP port of CoAP over DTLS; 0 takes any free one. */
    @WithDefault("5684")
    int securePort();

    /** UDP port of CoAP without protection or identity check; closed unless given. */
    OptionalInt plainPort();

    /** DTLS connections and peers remembered; the longest silent ones give way. */
    @WithDefault("20000")
    int maxPeers();

    /** An answer that takes longer is sent apart from the acknowledgement of the request. */
    @WithDefault("250ms")
    Duration acknowledgeAfter();
  }

  /** Who may send. */
  @ConfigMapping(prefix = "headroom.meters")
  public interface Meters {

    /** Lines {@code site/meter: key}; followed while it changes. Without it nobody may. */
    Optional<Path> file();

    /** How often the file is looked at. */
    @WithDefault("1s")
    Duration refresh();
  }

  /** What is believed, and how long it may take. */
  @ConfigMapping(prefix = "headroom.readings")
  public interface Readings {

    /** Further away from our clock than this, a sample is refused. */
    @WithDefault("30s")
    Duration clockTolerance();

    /** After this silence a meter may start its count anew. */
    @WithDefault("10s")
    Duration orderMemory();

    /** The broker must have acknowledged by then, or the meter gets 5.03. */
    @WithDefault("2s")
    Duration brokerPatience();

    /** Packs of one meter at the broker at a time. */
    @WithDefault("2")
    int inFlight();

    /** Packs of one meter that wait behind them; the oldest gives way. */
    @WithDefault("2")
    int waiting();
  }

  /** Shared by all services. */
  @ConfigMapping(prefix = "headroom.topics")
  public interface Topics {

    /** Partitions of every topic; fixed for the life of a cluster. */
    @WithDefault("48")
    int partitions();

    /** Copies of every partition. */
    @WithDefault("3")
    short replication();
  }
}
