package dev.headroom.gateway.actor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority made up for a test: certificates of the gateway and of chargers, and its list. */
public final class CertificateAuthority {

  private static final char[] NO_SECRET = "of a test".toCharArray();
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  private final KeyPair key;
  private final X509Certificate certificate;

  private CertificateAuthority(KeyPair key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** A key and the certificate for it. */
  public record Identity(KeyPair key, X509Certificate certificate) {}

  /** One nobody has seen before. */
  public static CertificateAuthority fresh() {
    try {
      KeyPair key = newKey();
      X500Name name = new X500Name("CN=authority " + SERIAL.incrementAndGet());
      var builder = builder(name, name, key, Instant.now().plus(Duration.ofDays(1)));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      return new CertificateAuthority(key, sign(builder, key));
    } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Itself as text, its key included. */
  String text() {
    try {
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(key.getPrivate().getEncoded())
          + " "
          + base64.encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The authority of such a text. */
  static CertificateAuthority parse(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(0, text.indexOf(' ')));
      byte[] certificate = Base64.getDecoder().decode(text.substring(text.indexOf(' ') + 1));
      X509Certificate read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate));
      PrivateKey secret =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
      return new CertificateAuthority(new KeyPair(read.getPublicKey(), secret), read);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A certificate that is valid for another day. */
  public Identity issue(String subject) {
    return issue(subject, Instant.now().plus(Duration.ofDays(1)));
  }

  /** A certificate that is valid until then, for whoever is at this machine. */
  public Identity issue(String subject, Instant until) {
    try {
      KeyPair its = newKey();
      X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
      var builder = builder(issuer, new X500Name(subject), its, until);
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
      return new Identity(its, sign(builder, key));
    } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Writes a list of what was revoked. */
  public void revoke(Path list, List<X509Certificate> revoked) {
    try {
      X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
      var builder = new X509v2CRLBuilder(issuer, new Date());
      builder.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(1))));
      revoked.forEach(
          it -> builder.addCRLEntry(it.getSerialNumber(), new Date(), CRLReason.keyCompromise));
      Files.write(list, builder.build(signer(key)).getEncoded());
    } catch (IOException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Its certificate as a file. */
  public void write(Path file) {
    pem(file, certificate);
  }

  /** An identity as two files. */
  public static void write(Identity identity, Path certificate, Path key) {
    pem(certificate, identity.certificate());
    pem(key, identity.key().getPrivate());
  }

  /** What a client needs that trusts this authority, and shows an identity if it has one. */
  public SSLContext client(Optional<Identity> identity) {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("authority", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = identity.isPresent() ? keys(identity.get()) : new KeyManager[0];
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
    KeyStore own = emptyStore();
    own.setKeyEntry(
        "charger",
        identity.key().getPrivate(),
        NO_SECRET,
        new Certificate[] {identity.certificate()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, NO_SECRET);
    return new KeyManager[] {new Stubborn((X509ExtendedKeyManager) keys.getKeyManagers()[0])};
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_SECRET);
    return store;
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair key, Instant until) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.incrementAndGet()),
        Date.from(Instant.now().minus(Duration.ofDays(2))),
        Date.from(until),
        subject,
        key.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
  }

  private static ContentSigner signer(KeyPair key) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
  }

  private static void pem(Path file, Object what) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter out = new JcaPEMWriter(text)) {
      out.writeObject(what instanceof PrivateKey key ? pkcs8(key) : what);
      out.flush();
      Files.writeString(file, text.toString());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Object pkcs8(PrivateKey key) {
    return new PemObject("PRIVATE KEY", key.getEncoded());
  }

  /** Shows its certificate even to those who say they do not trust who issued it. */
  private static final class Stubborn extends X509ExtendedKeyManager {

    private final X509ExtendedKeyManager own;

    Stubborn(X509ExtendedKeyManager own) {
      this.own = own;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return "charger";
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return "charger";
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {"charger"};
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      throw new UnsupportedOperationException("a client");
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return own.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return own.getPrivateKey(alias);
    }
  }
}
