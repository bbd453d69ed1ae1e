package dev.headroom.web.policy;

/** What a request does, as far as permission goes. */
public enum Action {
  /** Looks at sites, limits, stations, sessions and events. */
  READ,
  /** Announces and calls off events by hand. */
  OPERATE,
  /** Defines and deletes sites; gives and takes charging stations' credentials. */
  COMMISSION,
  /** Announces, reads and calls off events of a programme. */
  PROGRAMME
}
