package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.control.Pace;
import dev.headroom.gateway.core.model.Models;
import java.time.Duration;
import java.util.Set;

/**
 * How sessions behave.
 *
 * @param heartbeatInterval what a charger is told at boot
 * @param bootWait how long to wait for a boot before provisioning without one
 * @param callTimeout how long to wait for an answer
 * @param callAttempts how often a call is sent before it is given up for a while
 * @param profileTtl how long a live profile stands unrefreshed
 * @param clockMargin the largest difference between two clocks of a site's chargers
 * @param settle how long a charger takes to follow a limit it accepted
 * @param meterPeriod how often chargers are asked to send meter values
 * @param stateInterval how often an EVSE's state is published at least
 * @param models what is known of models of chargers, such as which passed the link-cut test (S10)
 * @param schedulePace how many schedules all chargers together are asked for
 * @param settleUnmeasured whether a proven model that sends no current settles by time alone (S2)
 */
public record SessionSettings(
    Duration heartbeatInterval,
    Duration bootWait,
    Duration callTimeout,
    int callAttempts,
    Duration profileTtl,
    Duration clockMargin,
    Duration settle,
    Duration meterPeriod,
    Duration stateInterval,
    Models models,
    Pace schedulePace,
    boolean settleUnmeasured) {

  /** Each waits some seconds for its answer at most, so this bounds how many wait. */
  public static final int SCHEDULES_PER_SECOND = 20;

  public SessionSettings {
    if (callAttempts < 1 || callAttempts > 10) {
      throw new IllegalArgumentException("a call is tried 1 to 10 times, not " + callAttempts);
    }
    if (profileTtl.compareTo(Duration.ofSeconds(10)) < 0
        || profileTtl.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("a TTL lies from 10 s to 1 h, not " + profileTtl);
    }
  }

  /** The defaults of the design, for these proven models. */
  public static SessionSettings defaults(Set<String> provenModels) {
    return new SessionSettings(
        Duration.ofMinutes(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        3,
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Models.proven(Set.copyOf(provenModels)),
        new Pace(SCHEDULES_PER_SECOND),
        false);
  }

  /** These with another TTL, settle time and meter period. */
  public SessionSettings with(Duration profileTtl, Duration settle, Duration meterPeriod) {
    return new SessionSettings(
        heartbeatInterval,
        bootWait,
        callTimeout,
        callAttempts,
        profileTtl,
        clockMargin,
        settle,
        meterPeriod,
        stateInterval,
        models,
        schedulePace,
        settleUnmeasured);
  }

  /** These, with proven models settling by time alone where they send no current. */
  public SessionSettings settlingUnmeasured() {
    return new SessionSettings(
        heartbeatInterval,
        bootWait,
        callTimeout,
        callAttempts,
        profileTtl,
        clockMargin,
        settle,
        meterPeriod,
        stateInterval,
        models,
        schedulePace,
        true);
  }

  /** These, with this knowledge of models. */
  public SessionSettings with(Models known) {
    return new SessionSettings(
        heartbeatInterval,
        bootWait,
        callTimeout,
        callAttempts,
        profileTtl,
        clockMargin,
        settle,
        meterPeriod,
        stateInterval,
        known,
        schedulePace,
        settleUnmeasured);
  }
}
