package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.ToldSchedule;

/** How an errand ended. */
public sealed interface Outcome {

  /** It was done. */
  record Done() implements Outcome {}

  /** It is done once the charger has booted. */
  record NeedsReboot() implements Outcome {}

  /** The charger would not. */
  record Refused() implements Outcome {}

  /** It said what it can do. */
  record Learned(Capabilities capabilities) implements Outcome {}

  /** It said what it is going to follow. */
  record Scheduled(ToldSchedule schedule) implements Outcome {}

  /** It will list its profiles. */
  record ListFollows() implements Outcome {}

  /** A CALLERROR, or an answer that cannot be read: the charger did not do it. */
  record Failed() implements Outcome {}

  /** No answer in time: the charger may have done it or not. */
  record Unanswered() implements Outcome {}

  /** Whether it is done. */
  default boolean isDone() {
    return this instanceof Done;
  }
}
