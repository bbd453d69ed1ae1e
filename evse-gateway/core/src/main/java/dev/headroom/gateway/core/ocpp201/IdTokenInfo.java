package dev.headroom.gateway.core.ocpp201;

/** What is known of an identifier. */
public record IdTokenInfo(AuthorizationStatus status) {}
