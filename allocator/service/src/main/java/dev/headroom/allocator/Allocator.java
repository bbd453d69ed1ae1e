package dev.headroom.allocator;

import dev.headroom.allocator.api.Boards;
import dev.headroom.allocator.config.AllocatorConfig;
import dev.headroom.allocator.config.TopicsConfig;
import dev.headroom.allocator.demand.KafkaTold;
import dev.headroom.allocator.directory.RefusedFile;
import dev.headroom.allocator.directory.SiteFiles;
import dev.headroom.allocator.directory.SitesDirectory;
import dev.headroom.allocator.history.Histories;
import dev.headroom.allocator.limits.LimitsBoard;
import dev.headroom.allocator.limits.LimitsStreams;
import dev.headroom.allocator.limits.Owner;
import dev.headroom.allocator.limits.SiteBoard;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.KafkaOwnership;
import dev.headroom.allocator.partition.LeaseTerms;
import dev.headroom.allocator.proposal.KafkaProposer;
import dev.headroom.allocator.proposal.SiteChanges;
import dev.headroom.allocator.stream.StreamsEngine;
import dev.headroom.allocator.stream.Workshop;
import dev.headroom.allocator.watch.Pulses;
import dev.headroom.allocator.watch.Watchdog;
import dev.headroom.contract.broker.BrokerWatch;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An allocator as a whole, from its parts; it needs no container and several fit in a process. */
public final class Allocator implements Boards, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

  /** A lease that has ended says enough; so much later it is no hiccup any more. */
  private static final Duration STUCK_MARGIN = Duration.ofSeconds(2);

  /** An instance may lag behind another by less than this, or its readers start afresh. */
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Map<String, Object> kafka;
  private final AllocatorConfig config;
  private final LimitsBoard board = new LimitsBoard();
  private final CompactedTable<LimitsRecord> limits;
  private final CompactedTable<SiteRecord> sites;
  private final SiteBoard<EvseState> evseBoard = new SiteBoard<>();
  private final SiteBoard<Ceiling> ceilingBoard = new SiteBoard<>();
  private final CompactedTable<EvseState> evses;
  private final CompactedTable<Ceiling> ceilings;
  private final LimitsStreams limitsStreams;
  private final Histories histories;
  private final SiteChanges changes;
  private final Producer<byte[], byte[]> producer;
  private final BrokerWatch broker;
  private final KafkaTold told;
  private final StreamsEngine engine;
  private final Watchdog watchdog;
  private final String instance;
  private final AllocatorMetrics metrics;
  private final StateDirectory state;
  private final Optional<SiteFiles> files;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /**
   * Builds it without starting.
   *
   * @param kafka the clients' settings: servers and security
   * @param clock the time that everything goes by
   */
  public Allocator(
      Map<String, Object> kafka,
      AllocatorConfig config,
      TopicsConfig topics,
      AllocatorMetrics metrics,
      Tracer tracer,
      Clock clock) {
    this.kafka = Map.copyOf(kafka);
    this.config = config;
    this.metrics = metrics;
    instance = config.instance().orElseGet(InstanceName::ofThisProcess);
    broker = new BrokerWatch(this.kafka, clock);
    limits = new CompactedTable<>(this.kafka, Topic.LIMITS, Codecs.LIMITS, board);
    producer = ControlProducer.create(this.kafka, instance);
    limitsStreams =
        new LimitsStreams(board, evseBoard, topics.partitions(), config.heartbeat(), CATCH_UP);
    histories = new Histories(board, evseBoard, (long) config.historyMegabytes() << 20, clock);
    var proposer = new KafkaProposer(producer, instance);
    changes = new SiteChanges(proposer, config.answerWithin());
    sites = new CompactedTable<>(this.kafka, Topic.SITES, Codecs.SITE, changes);
    evses = new CompactedTable<>(this.kafka, Topic.EVSE_STATES, Codecs.EVSE_STATE, evseBoard);
    ceilings = new CompactedTable<>(this.kafka, Topic.CEILINGS, Codecs.CEILING, ceilingBoard);
    state = StateDirectory.of(config.stateDirectory());
    var ownership = new KafkaOwnership(producer, board, instance, config.lease(), clock);
    metrics.watchPartitions(() -> board.unowned(topics.partitions(), clock.instant()));
    var terms = new LeaseTerms(instance, config.lease(), config.renewal());
    told = new KafkaTold(this.kafka, instance);
    var layout = new Workshop.Layout(topics.partitions(), topics.replication());
    var pulses = new Pulses();
    engine =
        new StreamsEngine(
            new Workshop(
                layout, ownership, told, terms, config.tick(), metrics, pulses, tracer, clock),
            this.kafka,
            config,
            state.path());
    watchdog =
        new Watchdog(
            pulses,
            config.lease().plus(STUCK_MARGIN),
            config.haltWhenStuckFor(),
            broker::lost,
            () -> Runtime.getRuntime().halt(Watchdog.EXIT_CODE));
    files =
        config
            .sitesDirectory()
            .map(directory -> new SiteFiles(directory, proposer, sites::snapshot, metrics, clock));
  }

  /**
   * Makes sure of the topics and starts everything.
   *
   * @throws IllegalStateException if a topic has another number of partitions than configured
   */
  public void start(TopicsConfig topics) {
    started.push(state);
    started.push(broker);
    broker.start();
    started.push(() -> producer.close(Duration.ofSeconds(1)));
    try (Admin admin = Admin.create(kafka)) {
      TopicSetup.ensure(admin, topics.partitions(), topics.replication());
      limitsStreams.mark(TopicMark.of(admin, Topic.LIMITS, Topic.EVSE_STATES));
    }
    started.push(limitsStreams);
    started.push(limits);
    limits.start();
    started.push(sites);
    sites.start();
    started.push(evses);
    evses.start();
    started.push(ceilings);
    ceilings.start();
    started.push(told);
    started.push(engine);
    engine.start();
    started.push(watchdog);
    watchdog.start();
    files.ifPresent(this::watch);
  }

  /** Files are compared with what is accepted, so the table comes first. */
  private void watch(SiteFiles watched) {
    Path directory = config.sitesDirectory().orElseThrow();
    try {
      SitesDirectory watching = new SitesDirectory(directory, config.rescan(), watched);
      started.push(watching);
      sites.caughtUp().thenRun(watching::start);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "headroom.allocator.sites-directory '" + directory + "' cannot be watched", e);
    }
  }

  /** What streams and their threads do now. */
  public StreamsEngine streams() {
    return engine;
  }

  /** Whether the threads that decide go on. */
  public Watchdog watchdog() {
    return watchdog;
  }

  /** Whether the broker is there. */
  public BrokerWatch broker() {
    return broker;
  }

  /** What is read into memory before anything is decided. */
  public List<CompactedTable<?>> tables() {
    return List.of(limits, sites);
  }

  /** Partitions whose newest lease is ours, as the log tells, with that lease. */
  public List<Owner> owned() {
    return board.owners().values().stream()
        .filter(owner -> owner.lease().instance().equals(instance))
        .toList();
  }

  /** When the reading that last reached its site was received; empty before the first. */
  public Optional<Instant> newestReading() {
    return metrics.newestReading();
  }

  @Override
  public boolean ready() {
    return limits.ready() && sites.ready() && evses.ready() && ceilings.ready();
  }

  @Override
  public LimitsBoard limits() {
    return board;
  }

  @Override
  public Map<String, SiteRecord> sites() {
    return sites.snapshot();
  }

  @Override
  public LimitsStreams limitsStreams() {
    return limitsStreams;
  }

  @Override
  public Histories histories() {
    return histories;
  }

  @Override
  public SiteBoard<EvseState> evses() {
    return evseBoard;
  }

  @Override
  public SiteBoard<Ceiling> ceilings() {
    return ceilingBoard;
  }

  @Override
  public Optional<SiteRecord> site(String site) {
    return sites.get(site);
  }

  @Override
  public SiteChanges changes() {
    return changes;
  }

  @Override
  public List<RefusedFile> refusedFiles() {
    return files.map(SiteFiles::refused).orElse(List.of());
  }

  /** Ends everything that was started, the last first; each part bounds its own time. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not close in order", e);
      }
    }
  }
}
