package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Whose certificate it is, and whether it still counts. Its common name, or a DNS name among its
 * alternative names, is the station's identity (OCPP 2.0.1 A00, security whitepaper of 1.6 §2.6).
 */
@ApplicationScoped
class Certificates {

  private static final int DNS_NAME = 2;

  private final Optional<String> organisation;
  private final Revocations revocations;

  Certificates(GatewayConfig config, Revocations revocations) {
    this.organisation = config.security().organisation();
    this.revocations = revocations;
  }

  /** Why this certificate does not open a socket as this station; empty if it does. */
  Optional<ForbiddenReason> refusal(X509Certificate certificate, String station, Instant now) {
    if (now.isBefore(certificate.getNotBefore().toInstant())
        || certificate.getNotAfter().before(Date.from(now))) {
      return Optional.of(ForbiddenReason.CERTIFICATE_EXPIRED);
    }
    if (revocations.hold(certificate)) {
      return Optional.of(ForbiddenReason.CERTIFICATE_REVOKED);
    }
    if (!names(certificate).contains(station)) {
      return Optional.of(ForbiddenReason.CERTIFICATE_OF_ANOTHER);
    }
    boolean ours = organisation.map(name -> subject(certificate, "O").contains(name)).orElse(true);
    return ours
        ? Optional.empty()
        : Optional.of(ForbiddenReason.CERTIFICATE_OF_ANOTHER_ORGANISATION);
  }

  /** SHA-256 of the certificate. */
  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (CertificateEncodingException unencodable) {
      throw new IllegalArgumentException("a certificate that was decoded", unencodable);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static List<String> names(X509Certificate certificate) {
    return Stream.concat(subject(certificate, "CN").stream(), dnsNames(certificate)).toList();
  }

  private static List<String> subject(X509Certificate certificate, String type) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
              .map(Rdn::getValue)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .toList();
    } catch (InvalidNameException unreadable) {
      return List.of();
    }
  }

  private static Stream<String> dnsNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? Stream.empty()
          : names.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> (String) name.get(1));
    } catch (CertificateParsingException unreadable) {
      return Stream.empty();
    }
  }
}
