package dev.headroom.web.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether callers must say who they are. Without an issuer they need not on the loopback address,
 * as long as nothing speaks for its being somebody else who asks: a proxy's header, or a name a web
 * page could have been loaded from. Beyond loopback the door is shut until an issuer is named.
 */
@Singleton
class Door {

  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final boolean asksForTokens;
  private final String host;
  private final boolean loopback;

  Door(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.asksForTokens = config.issuer().isPresent();
    this.host = host;
    this.loopback = isLoopback(host);
  }

  void warn(@Observes StartupEvent starting) {
    if (!asksForTokens && !loopback) {
      LOG.warnf("listening on %s: %s", host, Refusal.CLOSED.detail());
    }
  }

  boolean asksForTokens() {
    return asksForTokens;
  }

  /** Why nobody is answered without a token; empty if they are. Only where none is asked for. */
  Optional<Refusal> shutFor(HttpServerRequest request) {
    if (!loopback) {
      return Optional.of(Refusal.CLOSED);
    }
    HostAndPort called = request.authority();
    boolean here =
        called == null || THIS_MACHINE.matcher(called.host().toLowerCase(Locale.ROOT)).matches();
    boolean forwarded = OF_PROXIES.stream().anyMatch(request.headers()::contains);
    return here && !forwarded ? Optional.empty() : Optional.of(Refusal.FORWARDED);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }
}
