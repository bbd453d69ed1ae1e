package dev.headroom.actors.profile;

/** What became of a profile sent to a charger. */
public sealed interface Installation {

  /** It is installed. */
  record Accepted() implements Installation {}

  /** It is not, and nothing changed; the reason is for people. */
  record Rejected(String reason) implements Installation {}
}
