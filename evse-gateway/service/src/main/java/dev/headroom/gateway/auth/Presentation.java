package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.credential.SecurityProfile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Reads off a request what it shows. */
@ApplicationScoped
class Presentation {

  private final SecurityProfile unencrypted;

  Presentation(GatewayConfig config) {
    this.unencrypted =
        config.security().behindTlsProxy()
            ? SecurityProfile.TLS_AND_PASSWORD
            : SecurityProfile.PASSWORD;
  }

  Presented of(HttpServerRequest request, String station) {
    Optional<X509Certificate> certificate = certificate(request);
    return new Presented(
        station,
        certificate.isPresent()
            ? SecurityProfile.MUTUAL_TLS
            : request.isSSL() ? SecurityProfile.TLS_AND_PASSWORD : unencrypted,
        BasicCredentials.password(Optional.ofNullable(request.getHeader("Authorization")), station),
        certificate,
        request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress());
  }

  /** The handshake has checked that it is of a certificate authority that is trusted. */
  private static Optional<X509Certificate> certificate(HttpServerRequest request) {
    if (!request.isSSL()) {
      return Optional.empty();
    }
    try {
      return request.sslSession().getPeerCertificates()[0] instanceof X509Certificate leaf
          ? Optional.of(leaf)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException showedNone) {
      return Optional.empty();
    }
  }
}
