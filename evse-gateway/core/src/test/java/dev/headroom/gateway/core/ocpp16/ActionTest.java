package dev.headroom.gateway.core.ocpp16;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActionTest {

  @Test
  void everyActionIsNamedAsItsMessages() {
    for (Action action : Action.values()) {
      assertThat(action.request().getEnclosingClass().getSimpleName()).isEqualTo(action.wireName());
      assertThat(action.response().getEnclosingClass())
          .isEqualTo(action.request().getEnclosingClass());
      assertThat(Action.named(action.wireName())).contains(action);
    }
  }

  @Test
  void knowsWhoCalls() {
    assertThat(Action.BOOT_NOTIFICATION.fromStation()).isTrue();
    assertThat(Action.SET_CHARGING_PROFILE.fromStation()).isFalse();
    assertThat(Action.named("bootnotification")).isEmpty();
  }
}
