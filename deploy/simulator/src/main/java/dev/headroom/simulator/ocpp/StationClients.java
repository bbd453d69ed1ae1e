package dev.headroom.simulator.ocpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The clients of stations: one for all, and one of its own for each that shows a certificate. */
public final class StationClients implements AutoCloseable {

  private final StationTls tls;
  private final HttpClient common;
  private final List<HttpClient> own = new ArrayList<>();

  /**
   * Reads who is trusted.
   *
   * @throws IllegalArgumentException naming the file that is no such thing
   */
  public StationClients(StationTls tls) {
    this.tls = tls;
    this.common = tls.trust().isEmpty() ? HttpClient.newHttpClient() : client(Optional.empty());
  }

  /** The client of a station. */
  public HttpClient of(String station) {
    Optional<Path> file =
        tls.certificates().map(in -> in.resolve(station + ".p12")).filter(Files::exists);
    if (file.isEmpty()) {
      return common;
    }
    HttpClient client = client(file);
    own.add(client);
    return client;
  }

  private HttpClient client(Optional<Path> identity) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = identity.isPresent() ? keys(identity.get()) : new KeyManager[0];
      context.init(keys, trusted(), null);
      return HttpClient.newBuilder().sslContext(context).build();
    } catch (IOException | GeneralSecurityException unreadable) {
      String files = identity.map(Path::toString).orElse("") + " " + tls.trust();
      throw new IllegalArgumentException(files + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private KeyManager[] keys(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, tls.secret().toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, tls.secret().toCharArray());
    return keys.getKeyManagers();
  }

  private TrustManager[] trusted() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    if (tls.trust().isPresent()) {
      try (InputStream in = Files.newInputStream(tls.trust().get())) {
        int number = 0;
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          store.setCertificateEntry("authority-" + number++, one);
        }
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(tls.trust().isPresent() ? store : null);
    return trust.getTrustManagers();
  }

  @Override
  public void close() {
    common.shutdownNow();
    own.forEach(HttpClient::shutdownNow);
  }
}
