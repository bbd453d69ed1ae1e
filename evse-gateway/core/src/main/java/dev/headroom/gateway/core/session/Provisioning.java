package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.dialect.Errand;
import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.Traits;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.profile.FoundProfile;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.Slots;
import dev.headroom.gateway.core.profile.StationMaximum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a charger and installed in it at each boot: its capabilities, the profiles it
 * holds, the base profile, then the meter values it shall send. A step that fails is repeated a few
 * times and then skipped; a base profile is tried again later for as long as it is missing (S10).
 */
final class Provisioning {

  private static final Duration BASE_RETRY = Duration.ofMinutes(10);

  private record Later(Errand errand, Instant at) {}

  private final Dialect dialect;
  private final SessionSettings settings;
  private final StationSite site;
  private final Traits traits;
  private final Deque<Errand> steps = new ArrayDeque<>();
  private final Deque<Later> later = new ArrayDeque<>();
  private final ProfileList list;
  private final List<Integer> foreign = new ArrayList<>();
  private List<Errand> bases = List.of();
  private Optional<Capabilities> capabilities = Optional.empty();
  private Optional<Slots> slots = Optional.empty();
  private int failures;
  private Instant notBefore = Instant.MIN;

  Provisioning(
      Dialect dialect,
      SessionSettings settings,
      StationSite site,
      Traits traits,
      boolean identify) {
    this.dialect = dialect;
    this.settings = settings;
    this.site = site;
    this.traits = traits;
    this.list = new ProfileList(settings.callTimeout());
    if (identify) {
      steps.add(new Errand.Identify());
    }
    steps.add(new Errand.ReadCapabilities());
    if (dialect.listsProfiles()) {
      steps.add(new Errand.ListProfiles());
    }
  }

  /** What the charger can do; empty until all has been asked that live profiles depend on. */
  Optional<Capabilities> capabilities() {
    return slots.isPresent() ? capabilities : Optional.empty();
  }

  /** Where profiles go; once {@link #capabilities} are there. */
  Slots slots() {
    return slots.orElseThrow();
  }

  /** Whether no profile is left that is not ours, as far as is known. */
  boolean nothingForeign() {
    return foreign.isEmpty();
  }

  /** The charger lists profiles it holds. */
  void listed(List<FoundProfile> profiles, boolean last, Outbox outbox) {
    if (list.take(profiles, last)) {
      prepare(list.found(), outbox);
    }
  }

  /** The step that is due; it stays so until {@link #ended}. */
  Optional<Errand> due(Outbox outbox, Instant now) {
    if (list.isOverdue(now)) {
      outbox.count(GatewayEvent.PROFILES_NOT_LISTED);
      prepare(list.found(), outbox);
    }
    if (steps.isEmpty() && !later.isEmpty() && !now.isBefore(later.getFirst().at())) {
      steps.add(later.removeFirst().errand());
    }
    return now.isBefore(notBefore) ? Optional.empty() : Optional.ofNullable(steps.peekFirst());
  }

  /** The call for this step has ended so. */
  void ended(Errand errand, Outcome outcome, Outbox outbox, Instant now) {
    if (!errand.equals(steps.peekFirst())) {
      return;
    }
    boolean done =
        switch (errand) {
          case Errand.Identify identify -> true;
          case Errand.ReadCapabilities read -> learned(outcome, outbox);
          case Errand.ListProfiles ask -> asked(outcome, outbox, now);
          case Errand.InstallMaximum install -> installed(outcome, outbox);
          case Errand.InstallBase install -> installed(outcome, outbox);
          case Errand.Clear clear -> cleared(clear, outcome);
          case Errand.Configure configure -> configured(configure, outcome, outbox);
          case Errand.Push _, Errand.AskSchedule _, Errand.Rekey _ -> true;
        };
    failures = done ? 0 : failures + 1;
    notBefore = done ? Instant.MIN : now.plusSeconds(failures);
    if (done) {
      steps.remove(errand);
    } else if (failures >= settings.callAttempts()) {
      giveUp(errand, outbox, now);
    }
  }

  private void giveUp(Errand errand, Outbox outbox, Instant now) {
    failures = 0;
    notBefore = Instant.MIN;
    steps.remove(errand);
    switch (errand) {
      case Errand.ReadCapabilities read -> assume(traits.correct(Capabilities.WORST), outbox);
      case Errand.ListProfiles ask -> {
        outbox.count(GatewayEvent.PROFILES_NOT_LISTED);
        prepare(List.of(), outbox);
      }
      case Errand.InstallBase base -> later.add(new Later(base, now.plus(BASE_RETRY)));
      case Errand.Clear clear -> later.addFirst(new Later(clear, now.plus(BASE_RETRY)));
      case Errand.Configure configure -> outbox.count(GatewayEvent.CONFIGURATION_REFUSED);
      case Errand.Identify identify -> {}
      case Errand.InstallMaximum maximum -> {}
      case Errand.Push _, Errand.AskSchedule _, Errand.Rekey _ -> {}
    }
  }

  private boolean learned(Outcome outcome, Outbox outbox) {
    if (outcome instanceof Outcome.Learned(Capabilities found)) {
      assume(traits.correct(found), outbox);
      return true;
    }
    return false;
  }

  private void assume(Capabilities found, Outbox outbox) {
    capabilities = Optional.of(found);
    if (!found.holdsTail()) {
      outbox.count(GatewayEvent.TAIL_IMPOSSIBLE);
    }
    if (!found.holdsProfilesOf(site.evses().size())) {
      outbox.count(GatewayEvent.PROFILE_SLOTS_SHORT);
    }
    if (!dialect.listsProfiles()) {
      prepare(List.of(), outbox);
    }
  }

  /** Whether it is known what the list is to be: it follows, or there is nothing to list. */
  private boolean asked(Outcome outcome, Outbox outbox, Instant now) {
    switch (outcome) {
      case Outcome.ListFollows follows -> {
        if (list.promised(now)) {
          prepare(list.found(), outbox);
        }
      }
      case Outcome.Done nothing -> prepare(List.of(), outbox);
      case Outcome other -> {
        return false;
      }
    }
    return true;
  }

  /** Ours first, in place or beside what is there; then theirs go. Never the other way round. */
  private void prepare(List<FoundProfile> found, Outbox outbox) {
    Capabilities can = capabilities.orElse(Capabilities.WORST);
    Slots places = new Slots(found, can.maxStackLevel());
    slots = Optional.of(places);
    bases =
        site.evses().stream()
            .map(traits::fit)
            .map(evse -> new EvseProfiles(evse, site.supply(), can, places))
            .<Errand>map(
                profiles -> new Errand.InstallBase(profiles.base(), profiles.holdsFallback()))
            .toList();
    List<Integer> replaced = new ArrayList<>();
    if (can.holdsMaximumBeside(site.evses().size())) {
      Profile maximum = StationMaximum.of(site.evses(), site.supply(), can, places);
      replaced.add(maximum.slot().id());
      steps.add(new Errand.InstallMaximum(maximum));
    }
    steps.addAll(bases);
    site.evses().forEach(evse -> replaced.addAll(places.ids(evse.address().evseId())));
    foreign.addAll(places.foreign(replaced));
    foreign.forEach(id -> steps.add(new Errand.Clear(id)));
    outbox.count(GatewayEvent.FOREIGN_PROFILE, foreign.size());
    steps.addAll(dialect.meterSettings(settings.meterPeriod()));
  }

  private static boolean installed(Outcome outcome, Outbox outbox) {
    outbox.count(outcome.isDone() ? GatewayEvent.PROFILE_ACCEPTED : GatewayEvent.PROFILE_REJECTED);
    return outcome.isDone();
  }

  /** Once nothing is left that could overrule them, the base profiles are confirmed. */
  private boolean cleared(Errand.Clear clear, Outcome outcome) {
    if (outcome.isDone()) {
      foreign.remove(Integer.valueOf(clear.profileId()));
      if (foreign.isEmpty()) {
        bases.forEach(steps::addFirst);
      }
    }
    return outcome.isDone();
  }

  /** A refusal is final; only silence and errors are worth another try. */
  private boolean configured(Errand.Configure step, Outcome outcome, Outbox outbox) {
    switch (outcome) {
      case Outcome.Done set -> {}
      case Outcome.NeedsReboot later -> outbox.count(GatewayEvent.CONFIGURATION_NEEDS_REBOOT);
      case Outcome.Refused refused -> {
        outbox.count(GatewayEvent.CONFIGURATION_REFUSED);
        step.next().ifPresent(steps::add);
      }
      case Outcome other -> {
        return false;
      }
    }
    return true;
  }
}
