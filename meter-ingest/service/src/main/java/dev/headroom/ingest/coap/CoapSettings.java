package dev.headroom.ingest.coap;

import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;

/** How the server differs from Californium's defaults. */
final class CoapSettings {

  /** No pack of three phases comes near it. */
  static final int LARGEST_BODY_BYTES = 2048;

  private static final int MESSAGES_REMEMBERED_PER_PEER = 64;

  private CoapSettings() {}

  static Configuration of(int maxPeers) {
    Configuration settings =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, DtlsConfig.DEFINITIONS);
    settings.set(CoapConfig.MAX_ACTIVE_PEERS, maxPeers);
    settings.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY_BYTES);
    // The default remembers every exchange for 247 s and collapses under a flood of confirmables.
    settings.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    settings.set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, MESSAGES_REMEMBERED_PER_PEER);
    settings.set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
    settings.set(DtlsConfig.DTLS_MAX_CONNECTIONS, maxPeers);
    settings.set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, 2, TimeUnit.MINUTES);
    // The cookie: nobody makes us work or answer at length from a forged address.
    settings.set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true);
    settings.set(DtlsConfig.DTLS_USE_ANTI_REPLAY_FILTER, true);
    settings.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 6);
    // A meter with a wrong key shows after 14 s instead of a minute.
    settings.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 2);
    // libcoap's clients offer suites without forward secrecy, which are not "recommended" ones.
    settings.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    settings.setAsList(
        DtlsConfig.DTLS_CIPHER_SUITES,
        CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_PSK_WITH_AES_256_GCM_SHA378,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8);
    return settings;
  }
}
