package dev.headroom.gateway.actor;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets the gateway of a test speak TLS with a certificate of an authority made up for it. The test
 * gets the authority by its own key, which stays in memory of this JVM.
 */
public final class TlsResource implements QuarkusTestResourceLifecycleManager {

  private static final String DIRECTORY = "headroom.test.tls";
  private static final String AUTHORITY = "headroom.test.tls.authority";

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("headroom-tls");
      CertificateAuthority authority = CertificateAuthority.fresh();
      // The test is loaded by another class loader; the JVM's properties are common to both.
      System.setProperty(DIRECTORY, directory.toString());
      System.setProperty(AUTHORITY, authority.text());
      Path chain = directory.resolve("gateway.pem");
      Path key = directory.resolve("gateway.key");
      CertificateAuthority.write(authority.issue("CN=gateway"), chain, key);
      authority.write(directory.resolve("authority.pem"));
      authority.revoke(directory.resolve("revoked.crl"), List.of());
      return Map.of(
          "quarkus.http.tls-configuration-name",
          "chargers",
          "quarkus.http.test-ssl-port",
          "0",
          "quarkus.tls.chargers.key-store.pem.0.cert",
          chain.toString(),
          "quarkus.tls.chargers.key-store.pem.0.key",
          key.toString(),
          "quarkus.tls.chargers.trust-store.pem.certs",
          directory.resolve("authority.pem") + "",
          "headroom.gateway.security.revocation-lists",
          revoked() + "",
          "headroom.gateway.security.sites.fort",
          "3");
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Its authority, from within a test. */
  public static CertificateAuthority authority() {
    return CertificateAuthority.parse(Objects.requireNonNull(System.getProperty(AUTHORITY)));
  }

  /** Where the gateway reads what was revoked. */
  public static Path revoked() {
    return Path.of(Objects.requireNonNull(System.getProperty(DIRECTORY))).resolve("revoked.crl");
  }

  @Override
  public void stop() {
    System.clearProperty(AUTHORITY);
    System.clearProperty(DIRECTORY);
  }
}
