package dev.headroom.gateway.core.ocpp16;

/** The payload of a {@link Frame.Call}. */
public sealed interface Request permits FromStation, ToStation {

  Action action();
}
