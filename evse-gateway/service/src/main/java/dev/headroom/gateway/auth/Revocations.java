package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Certificates that were revoked, by the lists on file: the TLS registry reads its own lists once,
 * these are read again when they change. What was read before holds while a list cannot be read.
 */
@Startup
@ApplicationScoped
class Revocations {

  private static final Logger LOG = Logger.getLogger(Revocations.class);
  private static final long LOOK_MILLIS = 2000;

  private final List<Path> files;
  private final Vertx vertx;
  private Map<Path, FileTime> readAt = Map.of();
  private volatile List<CRL> lists = List.of();

  /** A list that cannot be read at the start ends it: nobody would notice what is missing. */
  Revocations(GatewayConfig config, Vertx vertx) throws IOException, GeneralSecurityException {
    this.files =
        config.security().revocationLists().orElse(List.of()).stream().map(Path::of).toList();
    this.vertx = vertx;
    readAt = changedAt();
    lists = read();
  }

  void start(@Observes StartupEvent event) {
    if (!files.isEmpty()) {
      vertx.setPeriodic(LOOK_MILLIS, timer -> vertx.executeBlocking(this::refresh));
    }
  }

  boolean hold(X509Certificate certificate) {
    return lists.stream().anyMatch(list -> list.isRevoked(certificate));
  }

  private synchronized boolean refresh() {
    try {
      Map<Path, FileTime> changed = changedAt();
      if (changed.equals(readAt)) {
        return false;
      }
      lists = read();
      readAt = changed;
      LOG.infof("read the revocation lists %s again", files);
      return true;
    } catch (IOException | GeneralSecurityException unreadable) {
      LOG.errorf("kept the revocation lists that were known: %s", unreadable);
      return false;
    }
  }

  private Map<Path, FileTime> changedAt() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path file : files) {
      times.put(file, Files.getLastModifiedTime(file));
    }
    return times;
  }

  private List<CRL> read() throws IOException, GeneralSecurityException {
    List<CRL> read = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        read.addAll(CertificateFactory.getInstance("X.509").generateCRLs(in));
      }
    }
    return List.copyOf(read);
  }
}
