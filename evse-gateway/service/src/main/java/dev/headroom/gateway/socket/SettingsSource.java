package dev.headroom.gateway.socket;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.core.session.SessionSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The configuration as sessions want it; checked once at the start. */
@Startup
@ApplicationScoped
class SettingsSource {

  private final SessionSettings settings;

  SettingsSource(GatewayConfig config) {
    this.settings =
        new SessionSettings(
            config.heartbeatInterval(),
            config.bootWait(),
            config.callTimeout(),
            config.callAttempts(),
            config.profileTtl(),
            config.clockMargin(),
            config.settle(),
            config.meterPeriod(),
            config.publishInterval(),
            Set.copyOf(config.provenModels().orElse(List.of())),
            config.settleUnmeasured());
  }

  SessionSettings settings() {
    return settings;
  }
}
