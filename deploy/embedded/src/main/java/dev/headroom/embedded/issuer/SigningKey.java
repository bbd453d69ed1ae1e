package dev.headroom.embedded.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An RSA key that signs tokens (RS256, RFC 7518). */
public record SigningKey(RSAPrivateCrtKey key) {

  private static final String ID = "test";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  public static SigningKey random() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
      pairs.initialize(2048);
      return of(pairs.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no RSA here", e);
    }
  }

  /** The key that {@link #text} wrote. */
  public static SigningKey parse(String text) {
    try {
      return of(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA key", e);
    }
  }

  private static SigningKey of(PrivateKey key) {
    return new SigningKey((RSAPrivateCrtKey) key);
  }

  /** So that another class loader can have it. */
  public String text() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** A token with these claims, a JSON object. */
  public String sign(String claims) {
    String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + ID + "\"}";
    String signed = URL.encodeToString(head.getBytes(UTF_8)) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static String encode(String claims) {
    return URL.encodeToString(claims.getBytes(UTF_8));
  }

  /** What verifies its signatures: a JSON Web Key Set. */
  String keySet() {
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
    """
        .formatted(ID, number(key.getModulus()), number(key.getPublicExponent()));
  }

  /** Unsigned, so without the byte of the sign. */
  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
