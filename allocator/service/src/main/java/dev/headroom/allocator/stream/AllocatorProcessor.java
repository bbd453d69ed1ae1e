package dev.headroom.allocator.stream;

import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.intake.Delivery;
import dev.headroom.allocator.intake.Intake;
import dev.headroom.allocator.partition.Fittings;
import dev.headroom.allocator.partition.PartitionDesk;
import dev.headroom.allocator.trace.DecisionTraces;
import dev.headroom.allocator.watch.Pulses;
import dev.headroom.contract.log.LogScope;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.reading.MeterReading;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A partition's desk as Kafka Streams sees it: records and time in, records out, all on the task's
 * own thread. A record that is no use goes to the dead letters with its reason.
 */
final class AllocatorProcessor implements Processor<Bytes, byte[], byte[], byte[]> {

  private static final Map<String, Topic> TOPICS =
      Arrays.stream(Topic.values())
          .collect(Collectors.toMap(Topic::topicName, Function.identity()));

  private static final String PARTITION = "partition";

  private final Workshop workshop;
  private final Intake intake;
  private final DecisionTraces traces;
  private ProcessorContext<byte[], byte[]> context;
  private Sinks sinks;
  private PartitionDesk desk;
  private Pulses.Pulse pulse;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
  AllocatorProcessor(Workshop workshop) {
    this.workshop = workshop;
    this.intake = new Intake(workshop.layout().partitions());
    this.traces = new DecisionTraces(workshop.tracer());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> task) {
    context = task;
    int partition = task.taskId().partition();
    sinks = new Sinks(task, workshop, traces);
    pulse = workshop.pulses().begin("partition " + partition);
    var tables =
        new StoredTables(
            partition,
            intake,
            workshop.clock(),
            task.getStateStore(AllocatorTopology.SITES_STORE),
            task.getStateStore(AllocatorTopology.STATES_STORE),
            task.getStateStore(AllocatorTopology.CEILINGS_STORE));
    var memories =
        new StoredMemories(partition, task.getStateStore(AllocatorTopology.CONTROL_STORE), sinks);
    desk =
        new PartitionDesk(
            partition,
            new Fittings(
                tables,
                memories,
                sinks,
                workshop.ownership(),
                workshop.told(),
                workshop.terms(),
                workshop.metrics(),
                System::nanoTime));
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
          pulse.beat();
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
        case Arrival.Refused refused -> sinks.deadLetter(found(delivery), refused.reason());
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

  private static Sinks.Found found(Delivery delivery) {
    return new Sinks.Found(
        delivery.topic().topicName(),
        delivery.partition(),
        delivery.offset(),
        delivery.key(),
        delivery.value());
  }

  private static Topic topic(String name) {
    return Optional.ofNullable(TOPICS.get(name))
        .orElseThrow(() -> new IllegalStateException("no topic of ours: " + name));
  }

  private Instant now() {
    return workshop.clock().instant();
  }

  @Override
  public void close() {
    pulse.end();
    desk.close();
  }
}
