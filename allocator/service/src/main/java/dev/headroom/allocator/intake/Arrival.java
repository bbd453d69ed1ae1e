package dev.headroom.allocator.intake;

import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import java.util.Optional;

/** What a record says. */
public sealed interface Arrival {

  /** Somebody proposes a definition. */
  record Proposed(SiteProposal proposal) implements Arrival {}

  /** The site's own log says what it is now; empty when it was deleted. */
  record Defined(String site, Optional<SiteRecord> record) implements Arrival {}

  /** A meter's sample. */
  record Metered(MeterReading reading) implements Arrival {}

  /** A gateway's view of an EVSE; its connection epoch is always present. */
  record Reported(EvseState state) implements Arrival {}

  /** A source's ceilings. */
  record Asked(Ceiling ceiling) implements Arrival {}

  /** A source asks nothing any more. */
  record Withdrawn(String site, String source) implements Arrival {}

  /** Nothing to be done: an EVSE's last state was removed. */
  record Nothing() implements Arrival {}

  /** The record is no use, and why. */
  record Refused(String reason) implements Arrival {}
}
