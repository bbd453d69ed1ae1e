package dev.headroom.web.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens are believed; the same for all services. */
@ConfigMapping(prefix = "headroom.access")
public interface AccessConfig {

  /**
   * The OpenID Connect issuer, as in the tokens' {@code iss}. Without one the interface is open on
   * the loopback address, and closed on any other.
   */
  Optional<String> issuer();

  /** What a token's {@code aud} must hold. */
  @WithDefault("headroom")
  String audience();

  /** The claim that holds the grants, or the way to it: {@code realm_access/roles}. */
  @WithDefault("headroom")
  String claim();

  /** How long the issuer may take to answer. */
  @WithDefault("3s")
  Duration issuerPatience();
}
