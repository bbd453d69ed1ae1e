package dev.headroom.simulator.ocpp.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ConnectorStatus;
import dev.headroom.simulator.ocpp.wire.Frame;
import java.time.Instant;
import java.util.function.Consumer;

/** What one station says, in the words of one version of OCPP. */
public interface Dialect {

  /** The payload of a BootNotification. */
  ObjectNode boot(BootCause cause);

  /** Says how the station as a whole is, where the version has a word for it. */
  void reportStation(Instant now);

  /** What the version calls a status; several may be one to it. */
  String word(ConnectorStatus status);

  void reportStatus(int evse, Instant now);

  /** Asks whether the driver at an EVSE may charge. */
  void authorize(int evse, Consumer<Boolean> accepted);

  /** MeterValues of an EVSE, in a transaction or not. */
  void sample(int evse, Instant now, SampleContext context);

  /** Where an EVSE's transactions are told; asked once for each. */
  TransactionTeller transactions(int evse, Runnable deauthorized);

  Intervals intervals();

  /** The answer to a request. */
  Frame answer(Frame.Call call);
}
