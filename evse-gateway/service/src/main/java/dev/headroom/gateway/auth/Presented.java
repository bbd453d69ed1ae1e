package dev.headroom.gateway.auth;

import dev.headroom.gateway.credential.SecurityProfile;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What somebody shows who wants to open a socket as a station.
 *
 * @param password empty when none was given for this station
 * @param certificate of the client, if its connection is TLS and it showed one that we trust
 * @param address where the request comes from, without port
 */
record Presented(
    String station,
    SecurityProfile profile,
    Optional<String> password,
    Optional<X509Certificate> certificate,
    String address) {}
