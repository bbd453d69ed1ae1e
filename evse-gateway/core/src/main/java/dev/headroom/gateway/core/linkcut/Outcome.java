package dev.headroom.gateway.core.linkcut;

/** How a link-cut test ended. */
public enum Outcome {
  /** Every EVSE that was tested was seen to fall back, and to stay there. */
  PASSED,
  /** One was seen above its fallback when it should have been there. */
  FAILED,
  /** Nothing was seen that says either: it proves nothing and revokes nothing. */
  INCONCLUSIVE
}
