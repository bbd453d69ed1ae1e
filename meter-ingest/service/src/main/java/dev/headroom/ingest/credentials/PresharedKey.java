package dev.headroom.ingest.credentials;

import java.nio.charset.StandardCharsets;

/** A key, kept out of logs. */
public record PresharedKey(String secret) {

  /** Shorter ones can be found by trying, from one recorded handshake. */
  public static final int STRONG_BYTES = 16;

  public byte[] bytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isWeak() {
    return bytes().length < STRONG_BYTES;
  }

  @Override
  public String toString() {
    return "a key of " + bytes().length + " bytes";
  }
}
