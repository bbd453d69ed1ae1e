package dev.headroom.gateway.core.dialect;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.FoundProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is told what a charger says, in no version's words. */
public interface Listener {

  /**
   * The station has booted.
   *
   * @return whether it is accepted; otherwise it has to wait until it is in a site
   */
  boolean booted(StationIdentity identity, Instant now);

  /** How often the station shall send a heartbeat. */
  Duration heartbeatInterval();

  /** What an EVSE does. */
  void reported(int evseId, Occupancy occupancy, Instant now);

  /** A transaction has started; an EVSE that is in no site is refused. */
  Admission started(TransactionStart start, Instant now);

  /**
   * A transaction goes on, as the charger says at this moment.
   *
   * @param evseId if it was said; otherwise the one on record
   * @return the EVSE; empty if nobody knows where the transaction is
   */
  Optional<Integer> continued(String transactionId, Optional<Integer> evseId, Instant now);

  /** Where a transaction is or was, as far as it is on record. */
  Optional<Integer> evseOf(String transactionId);

  /** A transaction has ended. */
  void ended(TransactionEnd end, Instant now);

  /**
   * An EVSE's meter was read.
   *
   * @param transactionId if it was said; otherwise the one that is open there
   * @param live false if it comes from the charger's offline queue
   */
  void read(
      int evseId,
      Optional<String> transactionId,
      List<Reading> readings,
      boolean live,
      Instant now);

  /**
   * An EVSE's vehicle said what it needs, and waits for a limit of its own.
   *
   * @return when it gets one
   */
  Turn asksForLimit(int evseId, ChargingNeeds needs, Instant now);

  /**
   * Profiles the charger holds.
   *
   * @param last whether these are the last of the list
   */
  void listed(List<FoundProfile> profiles, boolean last);

  /** Something of weight for security happened at the charger. */
  void alarmed(SecurityEvent event, Instant now);

  /** Something worth counting, and no more. */
  void noticed(GatewayEvent event);
}
