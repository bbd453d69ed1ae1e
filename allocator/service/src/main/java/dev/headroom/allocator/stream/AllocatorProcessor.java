package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.intake.Delivery;
import dev.headroom.allocator.intake.Intake;
import dev.headroom.allocator.partition.Outbox;
import dev.headroom.allocator.partition.PartitionDesk;
import dev.headroom.allocator.trace.DecisionTraces;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.log.LogScope;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.reading.MeterReading;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition's desk as Kafka Streams sees it: records and time in, records out, all on the task's
 * own thread. A record that is no use goes to the dead letters with its reason.
 */
final class AllocatorProcessor implements Processor<Bytes, byte[], byte[], byte[]>, Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(AllocatorProcessor.class);
  private static final Map<String, Topic> TOPICS =
      Arrays.stream(Topic.values())
          .collect(Collectors.toMap(Topic::topicName, Function.identity()));

  private static final String PARTITION = "partition";

  private final Workshop workshop;
  private final Intake intake;
  private final String source;
  private final DecisionTraces traces;
  private ProcessorContext<byte[], byte[]> context;
  private PartitionDesk desk;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  AllocatorProcessor(Workshop workshop) {
    this.workshop = workshop;
    this.intake = new Intake(workshop.partitions());
    this.source = "/allocator/" + workshop.terms().instance();
    this.traces = new DecisionTraces(workshop.tracer());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> task) {
    context = task;
    int partition = task.taskId().partition();
    var tables =
        new StoredTables(
            partition,
            intake,
            workshop.clock(),
            task.getStateStore(AllocatorTopology.SITES_STORE),
            task.getStateStore(AllocatorTopology.STATES_STORE),
            task.getStateStore(AllocatorTopology.CEILINGS_STORE));
    desk =
        new PartitionDesk(
            partition, tables, this, workshop.ownership(), workshop.terms(), workshop.metrics());
    try (var _ = LogScope.of(PARTITION, partition)) {
      desk.open(now());
    }
    task.schedule(
        workshop.tick(),
        PunctuationType.WALL_CLOCK_TIME,
        at -> {
          try (var _ = LogScope.of(PARTITION, partition)) {
            desk.tick(now());
          }
        });
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    RecordMetadata place =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a record of no topic"));
    Delivery delivery =
        new Delivery(
            topic(place.topic()),
            place.partition(),
            place.offset(),
            Optional.ofNullable(record.key()).map(Bytes::get),
            Optional.ofNullable(record.value()),
            now());
    try (var _ = LogScope.of(PARTITION, delivery.partition())) {
      switch (intake.read(delivery)) {
        case Arrival.Refused refused -> deadLetter(delivery, refused.reason());
        case Arrival.Metered metered -> decideOn(metered, TraceHeaders.read(record.headers()));
        case Arrival usable -> desk.accept(usable, now());
      }
    }
  }

  private void decideOn(Arrival.Metered metered, SpanContext trace) {
    MeterReading reading = metered.reading();
    Instant now = now();
    traces.reading(Keys.child(reading.site(), reading.meter()), trace, now);
    try (var _ = LogScope.of("traceId", trace.getTraceId())) {
      desk.accept(metered, now);
    } finally {
      traces.done();
    }
  }

  private static Topic topic(String name) {
    return Optional.ofNullable(TOPICS.get(name))
        .orElseThrow(() -> new IllegalStateException("no topic of ours: " + name));
  }

  private void deadLetter(Delivery delivery, String reason) {
    String topic = delivery.topic().topicName();
    workshop.metrics().deadLettered(topic);
    LOG.warn("{}-{}@{} is no use: {}", topic, delivery.partition(), delivery.offset(), reason);
    var letter =
        new DeadLetter(
            topic,
            delivery.partition(),
            delivery.offset(),
            delivery.key().map(key -> new String(key, UTF_8)),
            delivery.value().map(Base64.getEncoder()::encodeToString),
            reason,
            source,
            now());
    forward(
        delivery.key().orElseGet(() -> new byte[0]),
        Optional.of(Codecs.DEAD_LETTER.encode(letter)),
        Topic.DEAD_LETTERS,
        AllocatorTopology.DEAD_LETTERS,
        SpanContext.getInvalid());
  }

  @Override
  public void limits(String key, Optional<LimitsRecord> value) {
    forward(
        key.getBytes(UTF_8),
        value.map(Codecs.LIMITS::encode),
        Topic.LIMITS,
        AllocatorTopology.LIMITS,
        traceOf(key, value));
  }

  @Override
  public void site(String site, Optional<SiteRecord> value) {
    forward(
        site.getBytes(UTF_8),
        value.map(Codecs.SITE::encode),
        Topic.SITES,
        AllocatorTopology.SITES_OUT,
        SpanContext.getInvalid());
  }

  private SpanContext traceOf(String key, Optional<LimitsRecord> value) {
    if (value.isEmpty()) {
      traces.forget(key);
      return SpanContext.getInvalid();
    }
    return switch (value.get()) {
      case LimitsRecord.SiteLimits limits ->
          traces.decided(key, limits.allocation().revision(), now());
      case LimitsRecord.OwnerLease lease -> SpanContext.getInvalid();
    };
  }

  @SuppressWarnings("NullAway") // Kafka's tombstone is a null value
  private void forward(
      byte[] key, Optional<byte[]> value, Topic topic, String sink, SpanContext trace) {
    Instant now = now();
    String id = UUID.randomUUID().toString();
    Headers headers = CloudEvents.headers(topic, source, id, now);
    TraceHeaders.write(trace, headers);
    context.forward(new Record<>(key, value.orElse(null), now.toEpochMilli(), headers), sink);
  }

  private Instant now() {
    return workshop.clock().instant();
  }

  @Override
  public void close() {
    desk.close();
  }
}
