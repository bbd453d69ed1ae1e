package dev.headroom.gateway.core.ocpp16;

/** Whether an identifier may charge; OCPP 1.6 §4.1. */
public sealed interface Authorize {

  record Req(String idTag) implements Authorize, FromStation {
    @Override
    public Action action() {
      return Action.AUTHORIZE;
    }
  }

  record Conf(IdTagInfo idTagInfo) implements Authorize, Answer {}
}
