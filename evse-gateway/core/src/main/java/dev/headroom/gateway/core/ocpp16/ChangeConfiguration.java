package dev.headroom.gateway.core.ocpp16;

/** Sets a configuration key; OCPP 1.6 §5.3. */
public sealed interface ChangeConfiguration {

  record Req(String key, String value) implements ChangeConfiguration, ToStation {
    @Override
    public Action action() {
      return Action.CHANGE_CONFIGURATION;
    }
  }

  record Conf(ConfigurationStatus status) implements ChangeConfiguration, Answer {}
}
