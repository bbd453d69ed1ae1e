package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.reading.Freshness;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.strategy.Precedence;
import dev.headroom.core.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Controls one site: takes what is heard of it and says, whenever asked, whether there is something
 * new to tell its EVSEs. It reads no clock and does no I/O; one thread at a time.
 *
 * <p>At take-over it is given what an earlier owner issued, since an EVSE may still follow that: it
 * is reserved at the most of acknowledged, issued and fallback, and only cut, until it has
 * acknowledged a limit of this owner (S1, S7).
 */
public final class SiteController {

  /** A demand window fills up slowly: what it leaves is worth a look so often. */
  private static final Duration ENERGY = Duration.ofSeconds(2);

  private final long epoch;
  private final Ceilings ceilings = new Ceilings();
  private final Map<String, MeterHistory> meters = new HashMap<>();
  private final Announcements announcements;
  private Map<String, EvseBook> books = new LinkedHashMap<>();
  private SiteTree tree;
  private Grid grid;
  private CtTrust trust = CtTrust.FULL;
  private Swings swings = Swings.NONE;
  private Precedence precedence = Precedence.NONE;
  private SiteMemory memory = SiteMemory.NONE;
  private long siteVersion;
  private List<CircuitLoad> seen = List.of();
  private boolean atRest;

  /**
   * @param epoch the owner's, under which every allocation goes out
   * @param lastIssued the last allocation of an earlier owner, if there was one
   */
  public SiteController(
      SiteTree tree, long siteVersion, long epoch, Optional<Allocation> lastIssued) {
    this.epoch = epoch;
    this.tree = tree;
    this.siteVersion = siteVersion;
    this.grid = new Grid(tree, new BitSet());
    this.announcements = new Announcements(tree.site().name());
    tree.site().evses().forEach(evse -> books.put(evse.name(), new EvseBook(evse, epoch)));
    listenToMeters();
    lastIssued.ifPresent(this::recall);
  }

  private void recall(Allocation allocation) {
    for (EvseLimit limit : allocation.limits()) {
      EvseBook book = books.get(limit.evse());
      if (book != null) {
        book.issue(allocation.revision(), limit);
      }
    }
  }

  /** The site has a new definition; what its EVSEs may still follow is kept. */
  public void redefine(SiteTree next, long version) {
    Map<String, EvseBook> kept = new LinkedHashMap<>();
    for (Evse evse : next.site().evses()) {
      EvseBook book = books.get(evse.name());
      kept.put(evse.name(), book == null ? new EvseBook(evse, epoch) : book.redefined(evse));
    }
    books = kept;
    tree = next;
    siteVersion = version;
    grid = new Grid(next, new BitSet());
    trust = CtTrust.FULL;
    swings = Swings.NONE;
    precedence = Precedence.NONE;
    memory = memory.unlearned();
    listenToMeters();
    announcements.demand();
  }

  private void listenToMeters() {
    var control = tree.site().control();
    var keep = BaseLoads.window(control.raiseDelay()).plus(control.staleAfter());
    meters.clear();
    tree.rootFirst().stream()
        .map(Circuit::meter)
        .flatMap(Optional::stream)
        .forEach(meter -> meters.put(meter.name(), new MeterHistory(control.staleAfter(), keep)));
  }

  /** A meter spoke. Meters the site does not have are ignored. */
  public void accept(MeterReading reading) {
    MeterHistory history = meters.get(reading.meter());
    if (history != null) {
      history.accept(reading);
    }
  }

  /** The gateway spoke of an EVSE. EVSEs the site does not have are ignored. */
  public void accept(EvseState state) {
    EvseBook book = books.get(state.evse());
    if (book != null) {
      book.accept(state);
    }
  }

  /** A source says all it asks of the site. */
  public void accept(Ceiling ceiling) {
    ceilings.accept(ceiling);
  }

  /** A source asks nothing any more. */
  public void withdraw(String source) {
    ceilings.withdraw(source);
  }

  /**
   * Looks at the site.
   *
   * @return what to issue: a change, or the same again because it is due; empty if all stands
   */
  public Optional<Allocation> decide(Instant now) {
    List<EvseBook> listed = List.copyOf(books.values());
    BitSet unproven = unproven(listed);
    if (!unproven.equals(grid.unproven())) {
      grid = new Grid(tree, unproven);
    }
    trust = trust.judge(grid, meters, listed);
    precedence = precedence.next(strategy(), listed.size(), Terms.claimants(tree, listed), now);
    Recall recall = Recall.of(tree.site(), memory, listed, precedence, now);
    Decision decision =
        Decision.of(new Known(grid, meters, trust, swings, listed, ceilings, recall, now));
    atRest = decision.holdsNobody() && decision.memory().with(memory.demand()).equals(memory);
    memory = decision.memory();
    swings = decision.swings();
    seen = decision.loads();
    Optional<Long> worthIssuing = announcements.worthIssuing(decision, now);
    atRest &= worthIssuing.isEmpty();
    return worthIssuing.map(sequence -> issue(decision, sequence, now));
  }

  /**
   * Whether nothing is under way: the last look remembered nothing new but the energy of a demand
   * window, held no raise back and issued nothing. Then only news bring something new, or what
   * {@link #changesAt} says.
   */
  public boolean atRest() {
    return atRest;
  }

  /**
   * When the next thing happens that is known now: a meter's last word is stale (S3), a ceiling
   * begins or ends, a demand window has filled up further, what stands is to be said again.
   */
  public Instant changesAt(Instant now) {
    Instant next = announcements.due();
    for (MeterHistory meter : meters.values()) {
      next = sooner(meter.staleFrom(), next, now);
    }
    next = sooner(ceilings.nextChange(now), next, now);
    Optional<Instant> energy = tree.site().control().demandCap().map(_ -> now.plus(ENERGY));
    return sooner(energy, next, now);
  }

  private static Instant sooner(Optional<Instant> at, Instant next, Instant now) {
    return at.isPresent() && at.get().isAfter(now) && at.get().isBefore(next) ? at.get() : next;
  }

  private Strategy strategy() {
    return Strategy.of(tree.site().control().sharing().strategy());
  }

  private static BitSet unproven(List<EvseBook> books) {
    BitSet unproven = new BitSet();
    for (int port = 0; port < books.size(); port++) {
      unproven.set(port, !books.get(port).fallbackCounts());
    }
    return unproven;
  }

  /** What is remembered over time, as of the last look. */
  public SiteMemory memory() {
    return memory;
  }

  /** What its next owner should know, as of the last look. */
  public ControlState state() {
    return new ControlState(memory, trust.doubts(grid), Optional.empty());
  }

  /** Goes on where an earlier owner stopped. Before the first look. */
  public void resume(ControlState state) {
    memory = state.memory();
    trust = CtTrust.doubting(grid, state.doubts());
  }

  /** The conductors as the last look saw them, whether or not anything was issued. */
  public List<CircuitLoad> seen() {
    return seen;
  }

  /** Of the fresh readings the oldest, by its meter's clock; empty if no meter is fresh. */
  public Optional<Instant> oldestReadingAt(Instant now) {
    return meters.values().stream()
        .flatMap(
            history ->
                switch (history.at(now)) {
                  case Freshness.Fresh(MeterReading last) -> Stream.of(last.measuredAt());
                  case Freshness.Stale _, Freshness.Missing _ -> Stream.empty();
                })
        .min(Comparator.naturalOrder());
  }

  /** By how many watts the site was above the ceilings in force at the last look. */
  public long shortfallWatts(Instant now) {
    return Shortfall.watts(tree, seen, ceilings.at(now));
  }

  /** What to issue when the site can't be allocated: cuts to the fallbacks, and no raise. */
  public Allocation fallback(Instant now) {
    List<EvseLimit> limits = new ArrayList<>();
    for (EvseBook book : books.values()) {
      int fallback = book.evse().lockedOff() ? 0 : book.evse().fallbackMilliamps();
      int limit = Math.min(fallback, book.lastIssued().orElse(fallback));
      Reason why = Reason.of(Reason.Kind.FALLBACK);
      limits.add(new EvseLimit(book.evse().name(), limit, why, book.connection()));
    }
    return issue(new Decision(limits, List.of(), memory, swings), announcements.next(), now);
  }

  private Allocation issue(Decision decision, long sequence, Instant now) {
    Revision revision = new Revision(epoch, sequence);
    for (EvseLimit limit : decision.limits()) {
      EvseBook book = books.get(limit.evse());
      if (book != null) {
        book.issue(revision, limit);
      }
    }
    announcements.issued(decision, now);
    String site = tree.site().name();
    return new Allocation(site, revision, siteVersion, now, decision.limits(), decision.loads());
  }
}
