package dev.headroom.gateway.site;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.table.CompactedTable.Entry;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.kafka.DeadLetters;
import dev.headroom.gateway.kafka.KafkaSettings;
import dev.headroom.gateway.trace.Origins;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads sites, limits and EVSE states from Kafka into the {@link SiteBook}. */
@ApplicationScoped
public class SiteTables {

  private static final long TICK_MILLIS = 250;

  private final SiteBook book;
  private final Origins origins;
  private final Vertx vertx;
  private final DeadLetters letters;
  private final List<CompactedTable<?>> tables;
  private final Counter unusable;

  SiteTables(
      SiteBook book,
      Origins origins,
      Vertx vertx,
      KafkaSettings settings,
      DeadLetters letters,
      MeterRegistry registry) {
    this.letters = letters;
    this.book = book;
    this.origins = origins;
    this.vertx = vertx;
    Map<String, Object> kafka = settings.common();
    kafka.put("fetch.max.wait.ms", 20);
    this.tables =
        List.of(
            new CompactedTable<>(kafka, Topic.SITES, Codecs.SITE, listener(this::site)),
            new CompactedTable<>(kafka, Topic.LIMITS, Codecs.LIMITS, listener(this::limits)),
            new CompactedTable<>(
                kafka, Topic.EVSE_STATES, Codecs.EVSE_STATE, listener(this::state)));
    this.unusable =
        Counter.builder("headroom_records_skipped_total")
            .description("Records of the tables that could not be used")
            .register(registry);
    sites(registry, "held", () -> book.held(Instant.now()));
    sites(registry, "over", () -> book.size() - book.held(Instant.now()));
  }

  private static void sites(MeterRegistry registry, String lease, Supplier<Number> count) {
    Gauge.builder("headroom_gateway_sites", count)
        .description("Sites by their lease; where it is over limits only fall, to the fallbacks")
        .tag("lease", lease)
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    tables.forEach(CompactedTable::start);
    vertx.setPeriodic(TICK_MILLIS, timer -> book.tick(Instant.now()));
  }

  void stop(@Observes ShutdownEvent event) {
    tables.parallelStream().forEach(CompactedTable::close);
  }

  /** Whether everything written before this gateway started has been read. */
  public boolean ready() {
    return tables.stream().allMatch(CompactedTable::ready);
  }

  /** What is read, each saying how far. */
  public List<CompactedTable<?>> tables() {
    return tables;
  }

  /** What was of no use before this start would be reported again at each; it is only counted. */
  private <V> CompactedTable.Listener<V> listener(Consumer<Entry<V>> changed) {
    return new CompactedTable.Listener<>() {
      @Override
      public void changed(Entry<V> entry) {
        try {
          changed.accept(entry);
        } catch (RuntimeException e) {
          unusable.increment();
          throw e;
        }
      }

      @Override
      public void skipped(ConsumerRecord<String, byte[]> record, String reason) {
        unusable.increment();
        if (ready()) {
          letters.add(record, reason);
        }
      }
    };
  }

  private void site(Entry<SiteRecord> entry) {
    book.site(
        entry.key(),
        entry.value().flatMap(SiteRecord::accepted).map(SiteDocument::site),
        entry.value().map(SiteRecord::version).orElse(0L),
        entry.receivedAt());
  }

  private void limits(Entry<LimitsRecord> entry) {
    if (entry.value().isEmpty()) {
      origins.forget(entry.key());
      book.allocationGone(entry.key());
      return;
    }
    switch (entry.value().get()) {
      case LimitsRecord.SiteLimits limits -> {
        origins.read(limits, entry.headers());
        book.allocation(limits.allocation());
      }
      case LimitsRecord.OwnerLease lease -> book.lease(lease, entry.offset(), entry.receivedAt());
    }
  }

  private void state(Entry<EvseState> entry) {
    entry
        .value()
        .ifPresentOrElse(
            state -> book.state(state, entry.offset()),
            () ->
                book.stateGone(
                    Keys.siteOf(entry.key()), entry.key().substring(entry.key().indexOf('/') + 1)));
  }
}
