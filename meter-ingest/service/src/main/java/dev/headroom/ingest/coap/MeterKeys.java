package dev.headroom.ingest.coap;

import dev.headroom.ingest.credentials.Credentials;
import dev.headroom.ingest.credentials.PresharedKey;
import dev.headroom.ingest.reading.MeterIdentity;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/** Answers Scandium's question for a meter's key from the credentials of the moment. */
final class MeterKeys implements AdvancedPskStore {

  private final Supplier<Credentials> credentials;
  private final Runnable unknown;

  /** {@code unknown} runs for every identity without a key. */
  MeterKeys(Supplier<Credentials> credentials, Runnable unknown) {
    this.credentials = credentials;
    this.unknown = unknown;
  }

  @Override
  public boolean hasEcdhePskSupported() {
    return true;
  }

  @Override
  public PskSecretResult requestPskSecretResult(
      ConnectionId cid,
      @Nullable ServerNames serverName,
      PskPublicInformation identity,
      String hmacAlgorithm,
      @Nullable SecretKey otherSecret,
      byte @Nullable [] seed,
      boolean useExtendedMasterSecret) {
    Optional<PresharedKey> key = keyOf(identity.getPublicInfoAsString());
    if (key.isEmpty()) {
      unknown.run();
    }
    return new PskSecretResult(cid, identity, key.map(MeterKeys::secret).orElse(null));
  }

  private Optional<PresharedKey> keyOf(String name) {
    try {
      return credentials.get().keyOf(MeterIdentity.of(name));
    } catch (IllegalArgumentException noIdentity) {
      return Optional.empty();
    }
  }

  private static SecretKey secret(PresharedKey key) {
    return SecretUtil.create(key.bytes(), PskSecretResult.ALGORITHM_PSK);
  }

  /** We never start a handshake, so we have no name of our own. */
  @Override
  public @Nullable PskPublicInformation getIdentity(
      InetSocketAddress peerAddress, ServerNames virtualHost) {
    return null;
  }

  /** Every answer is given at once. */
  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {}
}
