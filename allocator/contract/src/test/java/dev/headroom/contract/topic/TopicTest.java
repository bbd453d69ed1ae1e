package dev.headroom.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void waitsForTwoCopiesWhereThreeAreKept() {
    assertThat(Topic.LIMITS.spec(48, (short) 3).configs())
        .containsEntry("min.insync.replicas", "2");
    assertThat(Topic.LIMITS.spec(8, (short) 1).configs()).doesNotContainKey("min.insync.replicas");
  }

  @Test
  void keysNameTheirSite() {
    assertThat(Keys.child("demo-1", "main")).isEqualTo("demo-1/main");
    assertThat(Keys.siteOf("demo-1/main")).isEqualTo("demo-1");
    assertThat(Keys.siteOf("demo-1")).isEqualTo("demo-1");
    assertThat(Keys.isOwner(Keys.owner(3))).isTrue();
    assertThat(Keys.ownedPartition("@owner/3")).isEqualTo(3);
    assertThat(Keys.isOwner("demo-1")).isFalse();
  }
}
