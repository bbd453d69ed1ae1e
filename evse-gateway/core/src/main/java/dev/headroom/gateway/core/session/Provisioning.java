package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.ConfigurationStatus;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.profile.StationMaximum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is asked of a charger and installed in it at each boot: its capabilities, the base profile,
 * then the meter values it shall send. A step that fails is repeated a few times and then skipped;
 * a base profile is tried again later for as long as it is missing (S10).
 */
final class Provisioning {

  private static final Duration BASE_RETRY = Duration.ofMinutes(10);
  private static final String MEASURANDS =
      "Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register";
  private static final String FEWER_MEASURANDS = "Current.Import,Energy.Active.Import.Register";

  private record Later(Errand errand, Instant at) {}

  private final SessionSettings settings;
  private final StationSite site;
  private final Deque<Errand> steps = new ArrayDeque<>();
  private final Deque<Later> later = new ArrayDeque<>();
  private Optional<Capabilities> capabilities = Optional.empty();
  private int failures;
  private Instant notBefore = Instant.MIN;

  Provisioning(SessionSettings settings, StationSite site, boolean identify) {
    this.settings = settings;
    this.site = site;
    if (identify) {
      steps.add(new Errand.Identify());
    }
    steps.add(new Errand.ReadCapabilities());
  }

  /** What the charger can do; empty until it has been asked. */
  Optional<Capabilities> capabilities() {
    return capabilities;
  }

  /** The step that is due; it stays so until {@link #ended}. */
  Optional<Errand> due(Instant now) {
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
          case Errand.InstallMaximum install -> installed(outcome, outbox);
          case Errand.InstallBase install -> installed(outcome, outbox);
          case Errand.Configure configure -> configured(configure, outcome, outbox);
          case Errand.Push push -> true;
        };
    failures = done ? 0 : failures + 1;
    notBefore = done ? Instant.MIN : now.plusSeconds(failures);
    if (done) {
      steps.removeFirst();
    } else if (failures >= settings.callAttempts()) {
      giveUp(errand, outbox, now);
    }
  }

  private void giveUp(Errand errand, Outbox outbox, Instant now) {
    failures = 0;
    notBefore = Instant.MIN;
    steps.removeFirst();
    switch (errand) {
      case Errand.ReadCapabilities read -> assume(Capabilities.WORST, outbox);
      case Errand.InstallBase base -> later.add(new Later(base, now.plus(BASE_RETRY)));
      case Errand.Configure configure -> outbox.count(GatewayEvent.CONFIGURATION_REFUSED);
      case Errand.Identify identify -> {}
      case Errand.InstallMaximum maximum -> {}
      case Errand.Push push -> {}
    }
  }

  private boolean learned(Outcome outcome, Outbox outbox) {
    if (outcome instanceof Outcome.Answered(GetConfiguration.Conf conf)) {
      assume(Capabilities.of(conf), outbox);
      return true;
    }
    return false;
  }

  private void assume(Capabilities found, Outbox outbox) {
    capabilities = Optional.of(found);
    int connectors = site.evses().size();
    if (!found.holdsTail()) {
      outbox.count(GatewayEvent.TAIL_IMPOSSIBLE);
    }
    if (!found.holdsProfilesOf(connectors)) {
      outbox.count(GatewayEvent.PROFILE_SLOTS_SHORT);
    }
    if (found.holdsMaximumBeside(connectors)) {
      steps.add(new Errand.InstallMaximum(StationMaximum.of(site.evses(), site.supply(), found)));
    }
    site.evses().stream()
        .map(evse -> new EvseProfiles(evse, site.supply(), found))
        .map(profiles -> new Errand.InstallBase(profiles.evseId(), profiles.base()))
        .forEach(steps::add);
    String period = Long.toString(Math.max(1, settings.meterPeriod().toSeconds()));
    steps.add(configure("MeterValueSampleInterval", period));
    steps.add(
        new Errand.Configure("MeterValuesSampledData", MEASURANDS, Optional.of(FEWER_MEASURANDS)));
    steps.add(configure("ClockAlignedDataInterval", "0"));
  }

  private static Errand configure(String key, String value) {
    return new Errand.Configure(key, value, Optional.empty());
  }

  private static boolean installed(Outcome outcome, Outbox outbox) {
    boolean accepted = outcome.profileAccepted();
    outbox.count(accepted ? GatewayEvent.PROFILE_ACCEPTED : GatewayEvent.PROFILE_REJECTED);
    return accepted;
  }

  /** A refusal is final; only silence and errors are worth another try. */
  private boolean configured(Errand.Configure step, Outcome outcome, Outbox outbox) {
    if (!(outcome instanceof Outcome.Answered(ChangeConfiguration.Conf conf))) {
      return false;
    }
    if (conf.status() == ConfigurationStatus.RebootRequired) {
      outbox.count(GatewayEvent.CONFIGURATION_NEEDS_REBOOT);
    }
    if (conf.status() == ConfigurationStatus.Rejected
        || conf.status() == ConfigurationStatus.NotSupported) {
      outbox.count(GatewayEvent.CONFIGURATION_REFUSED);
      step.alternative().ifPresent(value -> steps.add(configure(step.key(), value)));
    }
    return true;
  }
}
