package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.partition.Outbox;
import dev.headroom.allocator.trace.DecisionTraces;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.trace.TraceHeaders;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partition's results into the sinks of its task, with the headers that go along. */
final class Sinks implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Sinks.class);

  /** A record as it was found. */
  record Found(
      String topic, int partition, long offset, Optional<byte[]> key, Optional<byte[]> value) {}

  private final ProcessorContext<byte[], byte[]> context;
  private final InstantSource clock;
  private final AllocatorMetrics metrics;
  private final DecisionTraces traces;
  private final String source;

  Sinks(ProcessorContext<byte[], byte[]> context, Workshop workshop, DecisionTraces traces) {
    this.context = context;
    this.clock = workshop.clock();
    this.metrics = workshop.metrics();
    this.traces = traces;
    this.source = "/allocator/" + workshop.terms().instance();
  }

  @Override
  public void limits(String key, Optional<LimitsRecord> value) {
    forward(
        key.getBytes(UTF_8),
        value.map(Codecs.LIMITS::encode),
        Topic.LIMITS,
        AllocatorTopology.LIMITS,
        someId(),
        traceOf(key, value));
  }

  @Override
  public void site(String site, Optional<SiteRecord> value) {
    forward(
        site.getBytes(UTF_8),
        value.map(Codecs.SITE::encode),
        Topic.SITES,
        AllocatorTopology.SITES_OUT,
        someId(),
        SpanContext.getInvalid());
  }

  /** Its id is the window's own: who hears of it twice hears the same. */
  @Override
  public void demand(DemandRecord window) {
    forward(
        window.key().getBytes(UTF_8),
        Optional.of(Codecs.DEMAND.encode(window)),
        Topic.DEMAND,
        AllocatorTopology.DEMAND,
        window.identity(),
        SpanContext.getInvalid());
  }

  /** What was found is no use. */
  void deadLetter(Found found, String reason) {
    metrics.deadLettered(found.topic());
    LOG.warn("{}-{}@{} is no use: {}", found.topic(), found.partition(), found.offset(), reason);
    var letter =
        new DeadLetter(
            found.topic(),
            found.partition(),
            found.offset(),
            found.key().map(key -> new String(key, UTF_8)),
            found.value().map(Base64.getEncoder()::encodeToString),
            reason,
            source,
            clock.instant());
    forward(
        found.key().orElseGet(() -> new byte[0]),
        Optional.of(Codecs.DEAD_LETTER.encode(letter)),
        Topic.DEAD_LETTERS,
        AllocatorTopology.DEAD_LETTERS,
        someId(),
        SpanContext.getInvalid());
  }

  private SpanContext traceOf(String key, Optional<LimitsRecord> value) {
    if (value.isEmpty()) {
      traces.forget(key);
      return SpanContext.getInvalid();
    }
    return switch (value.get()) {
      case LimitsRecord.SiteLimits limits ->
          traces.decided(key, limits.allocation().revision(), clock.instant());
      case LimitsRecord.OwnerLease lease -> SpanContext.getInvalid();
    };
  }

  private static String someId() {
    return UUID.randomUUID().toString();
  }

  @SuppressWarnings("NullAway") // Kafka's tombstone is a null value
  private void forward(
      byte[] key, Optional<byte[]> value, Topic topic, String sink, String id, SpanContext trace) {
    Instant now = clock.instant();
    Headers headers = CloudEvents.headers(topic, source, id, now);
    TraceHeaders.write(trace, headers);
    context.forward(new Record<>(key, value.orElse(null), now.toEpochMilli(), headers), sink);
  }
}
