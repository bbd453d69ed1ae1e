package dev.headroom.gateway.auth;

import java.util.Locale;

/** Why a peer that proved to be somebody may still not open this socket. */
enum ForbiddenReason {
  /** Its certificate names another station. */
  CERTIFICATE_OF_ANOTHER,
  /** Its certificate is of another organisation than ours. */
  CERTIFICATE_OF_ANOTHER_ORGANISATION,
  /** Its certificate is over, or not valid yet. */
  CERTIFICATE_EXPIRED,
  /** Its certificate is on a revocation list. */
  CERTIFICATE_REVOKED,
  /** It has to use a higher security profile, or has used one before. */
  PROFILE_TOO_LOW;

  /** As it stands in metrics and in the audit. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
