package dev.headroom.gateway.core.rpc;

/** An operation of one version of OCPP, with the types of its payloads. */
public interface Action {

  String wireName();

  Class<? extends Request> request();

  Class<? extends Response> response();

  /** Whether stations call it; the others are ours to call. */
  boolean fromStation();
}
