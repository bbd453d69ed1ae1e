package dev.headroom.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightPasswordsTest {

  private final RightPasswords found = new RightPasswords();

  @Test
  void knowsAPasswordForTheHashItWasCheckedAgainstAndForNoOther() {
    found.right("a", "right", "hash");
    assertThat(found.isRight("a", "right", "hash")).isTrue();
    assertThat(found.isRight("a", "wrong", "hash")).isFalse();
    assertThat(found.isRight("a", "right", "another hash")).isFalse();
    assertThat(found.isRight("b", "right", "hash")).isFalse();
  }

  @Test
  void knowsTheLatestOfAStationAlone() {
    found.right("a", "old", "old hash");
    found.right("a", "new", "new hash");
    assertThat(found.isRight("a", "old", "old hash")).isFalse();
    assertThat(found.isRight("a", "new", "new hash")).isTrue();
  }

  @Test
  void whereAHashEndsMatters() {
    found.right("a", "bc", "hash");
    assertThat(found.isRight("a", "c", "hashb")).isFalse();
  }

  @Test
  void forgetsTheOldestBeyondItsBound() {
    for (int i = 0; i <= RightPasswords.MOST; i++) {
      found.right("station-" + i, "password", "hash");
    }
    assertThat(found.isRight("station-0", "password", "hash")).isFalse();
    assertThat(found.isRight("station-1", "password", "hash")).isTrue();
  }
}
