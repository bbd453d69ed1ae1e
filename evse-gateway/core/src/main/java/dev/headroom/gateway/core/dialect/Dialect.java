package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one version of OCPP says what goes on between us and a charger. All that differs between
 * versions is here; what is to be done is decided behind {@link Listener}. One for each socket.
 */
public sealed interface Dialect permits Ocpp16Dialect, Ocpp201Dialect {

  static Dialect of(OcppVersion version) {
    return switch (version) {
      case OCPP_1_6 -> new Ocpp16Dialect();
      case OCPP_2_0_1 -> new Ocpp201Dialect();
    };
  }

  OcppVersion version();

  /** The action named so on the wire, whichever side calls it. */
  Optional<Action> action(String wireName);

  /** Whether the specification has an action that is named so, though it is not spoken here. */
  boolean recognises(String wireName);

  /**
   * Tells the listener what a charger's request says, and words its answer.
   *
   * @param request of this version, one that stations call
   */
  Response answer(Request request, Listener listener, Instant now);

  /** Words an errand. */
  Request request(Errand errand);

  /** What the answer to an errand means; {@link Outcome.Failed} if it is no answer to it. */
  Outcome outcome(Errand errand, Response response);

  /** Whether a charger can be asked which profiles it holds. */
  boolean listsProfiles();

  /** Parts of a list of profiles that was asked for before now say nothing of the next one. */
  void forgetList();

  /** What to set so that meter values come as often as this while a vehicle charges. */
  List<Errand.Configure> meterSettings(Duration period);

  /** Whether a transaction on record can be one of this version. */
  boolean knows(String transactionId);
}
