package dev.headroom.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class SitePartitionerTest {

  @Property(tries = 500)
  void plainSiteKeysGoWhereKafkaItselfWouldSendThem(
      @ForAll @NotEmpty @LowerChars String site, @ForAll @IntRange(min = 1, max = 96) int count) {
    assertThat(SitePartitioner.partitionOf(site, count))
        .isEqualTo(BuiltInPartitioner.partitionForKey(site.getBytes(UTF_8), count));
  }

  @Property(tries = 500)
  void whatBelongsToASiteGoesWhereTheSiteGoes(
      @ForAll @NotEmpty @LowerChars String site, @ForAll @NotEmpty @LowerChars String name) {
    assertThat(SitePartitioner.partitionOf(Keys.child(site, name), 48))
        .isEqualTo(SitePartitioner.partitionOf(site, 48));
  }

  @Test
  void ownerRecordsGoToThePartitionTheyName() {
    IntStream.range(0, 48)
        .forEach(
            partition ->
                assertThat(SitePartitioner.partitionOf(Keys.owner(partition), 48))
                    .isEqualTo(partition));
  }

  @Test
  void refusesAnOwnerOfAPartitionThatIsNotThere() {
    assertThatThrownBy(() -> SitePartitioner.partitionOf("@owner/8", 8))
        .hasMessageContaining("outside 0 to 7");
    assertThatThrownBy(() -> SitePartitioner.partitionOf("@owner/-1", 8))
        .hasMessageContaining("names no partition");
    assertThatThrownBy(() -> SitePartitioner.partitionOf("@owner/99999999999", 8))
        .hasMessageContaining("names no partition");
  }

  @Test
  void takesTheNumberOfPartitionsFromTheCluster() {
    try (var partitioner = new SitePartitioner()) {
      byte[] key = Keys.owner(3).getBytes(UTF_8);

      assertThat(partitioner.partition("headroom.limits", "", key, "", key, clusterOf(5)))
          .isEqualTo(3);
      assertThatThrownBy(
              () -> partitioner.partition("headroom.limits", "", null, "", key, clusterOf(5)))
          .hasMessageContaining("has no key");
    }
  }

  private static Cluster clusterOf(int partitions) {
    Node node = new Node(1, "localhost", 9092);
    Node[] nodes = {node};
    List<PartitionInfo> infos =
        IntStream.range(0, partitions)
            .mapToObj(it -> new PartitionInfo("headroom.limits", it, node, nodes, nodes))
            .toList();
    return new Cluster("test", List.of(node), infos, Set.of(), Set.of());
  }
}
