package dev.headroom.allocator.limits;

/** The ids of readers who have all been told the same; that of all partitions is made once. */
final class Ids {

  private final Position position;
  private String all = "";

  Ids(Position position) {
    this.position = position;
  }

  String of(FeedSubscription reader) {
    if (!reader.sites().isEmpty()) {
      return position.of(reader.partitions()::contains).id();
    }
    if (all.isEmpty()) {
      all = position.id();
    }
    return all;
  }
}
