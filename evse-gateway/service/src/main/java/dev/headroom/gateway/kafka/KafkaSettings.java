package dev.headroom.gateway.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Everything configured as {@code kafka.*}: addresses and security, for every client alike. */
@ApplicationScoped
public class KafkaSettings {

  private static final String PREFIX = "kafka.";

  private final Config config;

  KafkaSettings(Config config) {
    this.config = config;
  }

  /** A copy, to be completed by the client it is for. */
  public Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> settings.put(name.substring(PREFIX.length()), value));
      }
    }
    return settings;
  }
}
