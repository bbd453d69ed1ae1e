package dev.headroom.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which password was found to belong to which hash, so that ten thousand chargers that come back at
 * once are not hashed all over again. It answers for the hash on record alone: a station with
 * another password, or none, is not known here. Kept in memory only, as a MAC under a key that dies
 * with the process; one for each station, the oldest dropped beyond a bound. Thread-safe.
 */
@ApplicationScoped
public class RightPasswords {

  static final int MOST = 50_000;

  private final SecretKeySpec key;
  private final Map<String, byte[]> byStation = new LinkedHashMap<>();

  RightPasswords() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** This password was checked against this hash of the station, and is right. */
  public synchronized void right(String station, String password, String hash) {
    byStation.remove(station);
    byStation.put(station, mac(password, hash));
    if (byStation.size() > MOST) {
      Iterator<String> oldest = byStation.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether this very password was found right for this very hash. */
  public boolean isRight(String station, String password, String hash) {
    byte[] found;
    synchronized (this) {
      found = byStation.get(station);
    }
    return found != null && MessageDigest.isEqual(found, mac(password, hash));
  }

  private byte[] mac(String password, String hash) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      // A hash of bcrypt holds no line feed, so that where it ends is never in doubt.
      mac.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }
}
