package dev.headroom.gateway.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were verified a while ago, so that a storm of reconnects costs no bcrypt and an
 * outage of the database locks nobody out. Kept in memory only, as a MAC under a key that dies with
 * the process; the oldest are dropped beyond {@code most}.
 */
public final class VerifiedCredentials {

  private record Verified(byte[] mac, Instant at) {}

  private final SecretKeySpec key;
  private final int most;
  private final Map<String, Verified> byStation = new LinkedHashMap<>();

  public VerifiedCredentials(int most) {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, "HmacSHA256");
    this.most = most;
  }

  /** Keeps that this password was right just now. */
  public synchronized void verified(String station, String password, Instant now) {
    byStation.remove(station);
    byStation.put(station, new Verified(mac(password), now));
    if (byStation.size() > most) {
      Iterator<String> oldest = byStation.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether this very password was verified no longer than {@code age} ago. */
  public synchronized boolean holds(String station, String password, Instant now, Duration age) {
    Verified verified = byStation.get(station);
    return verified != null
        && now.isBefore(verified.at.plus(age))
        && MessageDigest.isEqual(verified.mac, mac(password));
  }

  /** The station has another password now, or none. */
  public synchronized void forget(String station) {
    byStation.remove(station);
  }

  private byte[] mac(String password) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }
}
