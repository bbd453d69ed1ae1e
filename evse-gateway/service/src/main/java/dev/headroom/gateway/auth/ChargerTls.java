package dev.headroom.gateway.auth;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Asks for client certificates where there are authorities to check them against. Whoever shows
 * none goes on: chargers of security profile 2 and the REST interface. Set here and not by
 * configuration, since that would make certificates log in to the REST interface too.
 */
@Singleton
class ChargerTls implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    if (options.getTrustOptions() != null) {
      options.setClientAuth(ClientAuth.REQUEST);
    }
  }
}
