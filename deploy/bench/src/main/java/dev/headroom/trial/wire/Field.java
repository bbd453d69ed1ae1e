package dev.headroom.trial.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What ingest and gateways write: readings of a base load that wanders, and chargers that take
 * every limit at once and draw all of it.
 */
public final class Field implements AutoCloseable {

  private static final int LEAST_BASE_MILLIAMPS = 20_000;
  private static final int WANDER_MILLIAMPS = 20_000;

  private final Town town;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Integer> drawn = new ConcurrentHashMap<>();
  private final AtomicLong failed = new AtomicLong();

  public Field(String servers, Town town) {
    this.town = town;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", servers,
                "partitioner.class", SitePartitioner.class,
                "linger.ms", 1,
                "request.timeout.ms", 2000,
                "delivery.timeout.ms", 4000,
                "max.block.ms", 2000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Proposes every site. */
  public void propose() {
    Instant now = Instant.now();
    for (String site : town.names()) {
      SiteDocument document = town.document(site);
      send(
          Topic.SITE_PROPOSALS,
          site,
          Codecs.SITE_PROPOSAL.encode(
              new SiteProposal(
                  "trial-" + site,
                  site,
                  OptionalLong.empty(),
                  Optional.of(document.definition()),
                  document.contentHash(),
                  "trial",
                  false,
                  now)));
    }
    producer.flush();
  }

  /** Every EVSE has a vehicle that draws nothing yet. */
  public void plugAll() {
    Instant now = Instant.now();
    for (String site : town.names()) {
      for (int i = 0; i < town.evses(); i++) {
        send(state(site, Town.evse(i), Optional.empty(), 0, now));
      }
    }
    producer.flush();
  }

  /** The chargers of a site take these limits and follow them. */
  public void follow(Allocation allocation) {
    String site = allocation.site();
    Instant now = Instant.now();
    int sum = 0;
    for (EvseLimit limit : allocation.limits()) {
      int draws = Math.min(limit.limitMilliamps(), Town.MAXIMUM_MILLIAMPS);
      sum += draws;
      send(state(site, limit.evse(), Optional.of(allocation.revision()), draws, now));
    }
    drawn.put(site, sum);
  }

  /** A site's meter is read: what its vehicles draw, beside a base load by this chance. */
  public void read(String site, Random chance) {
    read(site, LEAST_BASE_MILLIAMPS + chance.nextInt(WANDER_MILLIAMPS));
  }

  /** A site's meter is read: what its vehicles draw, beside this base load of each phase. */
  public void read(String site, int baseMilliamps) {
    send(reading(site, baseMilliamps, Instant.now()));
  }

  private MeterReading reading(String site, int baseMilliamps, Instant now) {
    return new MeterReading(
        site,
        "main",
        PerPhase.same(Town.PHASES, baseMilliamps + drawn.getOrDefault(site, 0)),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        now,
        now);
  }

  private static EvseState state(
      String site, String evse, Optional<Revision> taken, int milliamps, Instant now) {
    return new EvseState(
        site,
        evse,
        OptionalLong.of(0),
        now,
        true,
        Optional.of(new ChargingSession("session-1", now.minusSeconds(60), true)),
        taken.map(revision -> new Acknowledgement(milliamps, revision, now)),
        taken,
        Optional.of(new MeasuredCurrent(PerPhase.same(Town.PHASES, milliamps), now)),
        true,
        true,
        false);
  }

  private void send(MeterReading reading) {
    send(
        Topic.METER_READINGS,
        Keys.child(reading.site(), reading.meter()),
        Codecs.METER_READING.encode(reading));
  }

  private void send(EvseState state) {
    send(
        Topic.EVSE_STATES, Keys.child(state.site(), state.evse()), Codecs.EVSE_STATE.encode(state));
  }

  /** What the broker does not take is counted and gone, as a meter's reading is. */
  private void send(Topic topic, String key, byte[] value) {
    try {
      producer.send(
          new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value),
          (metadata, failure) -> {
            if (failure != null) {
              failed.incrementAndGet();
            }
          });
    } catch (org.apache.kafka.common.KafkaException e) {
      failed.incrementAndGet();
    }
  }

  public long failed() {
    return failed.get();
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(1));
  }
}
