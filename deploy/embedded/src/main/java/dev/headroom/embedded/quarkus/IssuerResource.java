package dev.headroom.embedded.quarkus;

import dev.headroom.embedded.FreePorts;
import dev.headroom.embedded.issuer.Issuer;
import dev.headroom.embedded.issuer.SigningKey;
import dev.headroom.embedded.issuer.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;

/**
 * An issuer for a Quarkus test: {@code @QuarkusTestResource(IssuerResource.class)}. It does not
 * answer before the first {@link #tokens}, so that every service is started without one.
 */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {

  private static final String PORT = "headroom.test.issuer.port";
  private static final String KEY = "headroom.test.issuer.key";
  private static boolean listening;

  @Override
  public Map<String, String> start() {
    int port = FreePorts.any();
    // The test is loaded by another class loader; the JVM's properties are common to both.
    System.setProperty(PORT, Integer.toString(port));
    System.setProperty(KEY, SigningKey.random().text());
    return Map.of("headroom.access.issuer", Issuer.address(port));
  }

  /** Its tokens, from within a test. */
  @SuppressWarnings("resource") // answers for as long as the JVM lives
  public static synchronized TestTokens tokens() {
    int port = Integer.parseInt(Objects.requireNonNull(System.getProperty(PORT)));
    SigningKey key = SigningKey.parse(Objects.requireNonNull(System.getProperty(KEY)));
    if (!listening) {
      Issuer.start(port, key);
      listening = true;
    }
    return TestTokens.of(Issuer.address(port), key);
  }

  @Override
  public void stop() {
    System.clearProperty(PORT);
    System.clearProperty(KEY);
  }
}
