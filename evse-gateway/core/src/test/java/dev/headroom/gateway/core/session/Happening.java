package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.ocpp16.FromStation;

/** Something that happens on the line. */
sealed interface Happening {
  record Passes(int seconds) implements Happening {}

  record Calls(FromStation request) implements Happening {}

  record Answers(RuleKeeper.Answer answer) implements Happening {}

  record Allocates(Revision revision, int first, int second) implements Happening {}

  record Permits(int kind) implements Happening {}

  record Changes(int fallback) implements Happening {}
}
