package dev.headroom.gateway.socket;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.core.control.Pace;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.model.KnownModels;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The configuration as sessions want it; checked once at the start. */
@Startup
@ApplicationScoped
class SettingsSource {

  private final SessionSettings settings;

  SettingsSource(GatewayConfig config, KnownModels models) {
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
            models,
            new Pace(SessionSettings.SCHEDULES_PER_SECOND),
            config.settleUnmeasured());
  }

  SessionSettings settings() {
    return settings;
  }
}
