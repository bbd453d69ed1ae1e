package dev.headroom.embedded.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tokens as an issuer gives them.
 *
 * @param issuer its name, {@code iss}
 * @param audience whom they are for, {@code aud}
 * @param from when they begin
 * @param life how long they are good
 */
public record TestTokens(
    String issuer, String audience, SigningKey key, Instant from, Duration life) {

  /** Good for an hour from now. */
  public static TestTokens of(String issuer, SigningKey key) {
    return new TestTokens(issuer, "headroom", key, Instant.now(), Duration.ofHours(1));
  }

  public TestTokens audience(String other) {
    return new TestTokens(issuer, other, key, from, life);
  }

  public TestTokens issuer(String other) {
    return new TestTokens(other, audience, key, from, life);
  }

  public TestTokens key(SigningKey other) {
    return new TestTokens(issuer, audience, other, from, life);
  }

  public TestTokens from(Instant other, Duration otherLife) {
    return new TestTokens(issuer, audience, key, other, otherLife);
  }

  /** A token that grants somebody this: {@code token("ann", "operator:campus-*")}. */
  public String token(String subject, String... grants) {
    String list =
        Arrays.stream(grants).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
    return with(subject, "\"headroom\":[" + list + "]");
  }

  /** A token with a claim of its own, as JSON. */
  public String with(String subject, String claim) {
    return key.sign(
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"iat\":%d,\"exp\":%d,%s}"
            .formatted(
                issuer,
                audience,
                subject,
                from.getEpochSecond(),
                from.plus(life).getEpochSecond(),
                claim));
  }
}
