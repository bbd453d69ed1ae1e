package dev.headroom.gateway.core.session;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can happen to a {@link StationSession}. */
public sealed interface Input {

  /**
   * The socket has opened; always the first input.
   *
   * @param site empty for a known station that is in no site: its boot is answered Pending
   * @param identity what it said at its last boot, if that is on record
   * @param open its transactions that have not ended, as on record
   * @param written by EVSE, how many profiles were written today
   */
  record Opened(
      Optional<StationSite> site,
      Optional<StationIdentity> identity,
      List<OpenTransaction> open,
      Map<Integer, Written> written)
      implements Input {
    public Opened {
      open = List.copyOf(open);
      written = Map.copyOf(written);
    }

    /** Of a station to which nothing was written today. */
    public Opened(
        Optional<StationSite> site,
        Optional<StationIdentity> identity,
        List<OpenTransaction> open) {
      this(site, identity, open, Map.of());
    }
  }

  /** A frame that fits its schema. */
  record Received(Frame frame) implements Input {}

  /**
   * A frame that does not: answered with a CALLERROR where a call's message id could be read.
   *
   * @param callId the message id, only if it was a call
   */
  record Malformed(Optional<String> callId, ErrorCode code, String description) implements Input {}

  /** An answer whose message id {@link StationSession#awaited} does not know. */
  record Unmatched(String messageId) implements Input {}

  /** The answer to an outstanding call that does not fit its schema: the call has failed. */
  record MalformedAnswer(String messageId, String description) implements Input {}

  /** The site's definition has changed, or no longer has this station. */
  record SiteChanged(Optional<StationSite> site) implements Input {}

  /** An allocation of the station's site; an older one than the newest is dropped (S7). */
  record Allocated(Allocation allocation) implements Input {}

  /**
   * The broker has the record that opened an EVSE's connection. Until then, and after that as long
   * as allocations do not know of it, none raises it above its fallback (S1).
   *
   * @param epoch the record's offset
   */
  record ConnectionOpened(String evse, long epoch) implements Input {}

  /** More, or something else, is known of models of chargers. */
  record ModelsChanged() implements Input {}

  /** The station is to use another password from its next connection on. */
  record Rekey(Secret password) implements Input {}

  /** How the lease on the station's site stands. Before the first, only cuts are sent. */
  record Leased(SitePermission permission) implements Input {}

  /** Time has passed; once a second is often enough, twice is finer. */
  record Tick() implements Input {}

  /** The socket has closed; always the last input. */
  record Closed() implements Input {}
}
