package dev.headroom.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator may set for the gateway; the README explains each. */
@ConfigMapping(prefix = "headroom.gateway")
public interface GatewayConfig {

  /** Dead man's TTL: an unattended charger cuts itself to its fallback after this long (S5). */
  @WithDefault("10m")
  Duration profileTtl();

  /** How long a charger may take to draw what it acknowledged (S2). */
  @WithDefault("5s")
  Duration settle();

  /** How often chargers are asked to send meter values. */
  @WithDefault("5s")
  Duration meterPeriod();

  /** How long a charger may take to answer a call. */
  @WithDefault("30s")
  Duration callTimeout();

  /** How often a call is sent before it is given up for a while; 1 to 10. */
  @WithDefault("3")
  int callAttempts();

  /** What a charger is told at boot: how often to send a Heartbeat. */
  @WithDefault("60s")
  Duration heartbeatInterval();

  /** A charger that says nothing for this long after it connected is provisioned without a boot. */
  @WithDefault("30s")
  Duration bootWait();

  /** The largest difference between the clocks of a site's chargers. */
  @WithDefault("30s")
  Duration clockMargin();

  /** An unchanged state is published again after this long. */
  @WithDefault("10s")
  Duration publishInterval();

  /** Models that passed the link-cut test, as {@code Vendor/Model} (S10). */
  Optional<List<String>> provenModels();

  /** A file of models that extends what is built in; read again when it changes. */
  Optional<String> modelsFile();

  /** Whether a proven model that sends no current counts as settled by time alone (S2). */
  @WithDefault("false")
  boolean settleUnmeasured();

  /** How often a WebSocket ping is sent; {@code 0s} sends none and finds no dead sockets. */
  @WithDefault("3s")
  Duration pingInterval();

  /** A socket from which nothing came for this long is dead. */
  @WithDefault("8s")
  Duration pongTimeout();

  /** How credentials are kept. */
  Credentials credentials();

  /** How chargers have to secure their connections. */
  Security security();

  /** How attempts with wrong credentials are limited. */
  Attempts attempts();

  /** How facts for later queries are kept until the database has them. */
  Facts facts();

  /** Passwords are random and long, so the work factor need not be high. */
  interface Credentials {
    /** Work factor of bcrypt, 4 to 15; each step doubles the time of a first connection. */
    @WithDefault("8")
    int bcryptCost();

    /** A verified password is accepted again for this long without the database. */
    @WithDefault("5m")
    Duration fresh();

    /** While the database is away, a verified password is accepted for this long. */
    @WithDefault("24h")
    Duration grace();

    /** After this a station's old password is right no more, if it accepted another. */
    @WithDefault("24h")
    Duration rotation();
  }

  /** Security profiles of OCPP, 1 to 3; what a station itself is configured with goes first. */
  interface Security {
    /** The least profile of a charger for which neither itself nor its site says it. */
    @WithDefault("1")
    int leastProfile();

    /** The least profile of a site's chargers, by the site's name. */
    Map<String, Integer> sites();

    /**
     * Whether plain connections come from a proxy that ended their TLS: they count as profile 2.
     */
    @WithDefault("false")
    boolean behindTlsProxy();

    /** The organisation (O) a charger's certificate has to name; any if it is not set. */
    Optional<String> organisation();

    /** Files of certificate revocation lists, PEM or DER; read again when they change. */
    Optional<List<String>> revocationLists();
  }

  /** A bucket of failures for each pair of station and address, and one for each address. */
  interface Attempts {
    /** Failures in a row before a station at an address is refused with 429. */
    @WithDefault("10")
    int perStation();

    /** Failures in a row before an address is refused with 429. */
    @WithDefault("100")
    int perAddress();

    /** One more attempt is granted after each of these. */
    @WithDefault("6s")
    Duration refill();
  }

  /** The queue before the database. */
  interface Facts {
    /** Facts kept while the database is away; more are lost and counted. */
    @WithDefault("100000")
    int queue();
  }
}
