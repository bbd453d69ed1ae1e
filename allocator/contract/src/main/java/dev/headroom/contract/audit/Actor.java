package dev.headroom.contract.audit;

import java.util.Optional;

/**
 * Who changed something.
 *
 * @param subject as the issuer calls them
 * @param issuer of their token; empty where nobody is asked who they are
 */
public record Actor(String subject, Optional<String> issuer) {}
