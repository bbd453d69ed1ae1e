package dev.headroom.gateway.core.ocpp16;

import java.util.List;
import java.util.Optional;

/** Reads configuration keys; OCPP 1.6 §5.8. */
public sealed interface GetConfiguration {

  record Req(Optional<List<String>> key) implements GetConfiguration, ToStation {
    public Req {
      key = key.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.GET_CONFIGURATION;
    }
  }

  record Conf(Optional<List<KeyValue>> configurationKey, Optional<List<String>> unknownKey)
      implements GetConfiguration, Answer {
    public Conf {
      configurationKey = configurationKey.map(List::copyOf);
      unknownKey = unknownKey.map(List::copyOf);
    }
  }
}
