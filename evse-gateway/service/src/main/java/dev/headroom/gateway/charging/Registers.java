package dev.headroom.gateway.charging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The readings of a session's register: the last of each quarter of an hour, in order. They are the
 * same however often and in whatever order they were heard.
 */
record Registers(List<RegisterRead> reads) {

  /** Three weeks; of what comes after only the latest is kept. */
  static final int MOST = 2000;

  Registers {
    reads = List.copyOf(reads);
  }

  /** These and others. */
  Registers with(Collection<RegisterRead> others) {
    TreeMap<Long, RegisterRead> quarters = new TreeMap<>();
    BinaryOperator<RegisterRead> later = BinaryOperator.maxBy(RegisterRead::compareTo);
    reads.forEach(read -> quarters.merge(read.quarter(), read, later));
    others.forEach(read -> quarters.merge(read.quarter(), read, later));
    List<RegisterRead> all = new ArrayList<>(quarters.values());
    if (all.size() > MOST) {
      all.subList(MOST - 1, all.size() - 1).clear();
    }
    return new Registers(all);
  }

  /** As kept in the database: two columns of the same length. */
  static Registers of(long[] seconds, long[] wattHours) {
    List<RegisterRead> reads = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      reads.add(new RegisterRead(Instant.ofEpochSecond(seconds[i]), wattHours[i]));
    }
    return new Registers(reads);
  }

  long[] seconds() {
    return reads.stream().mapToLong(read -> read.at().getEpochSecond()).toArray();
  }

  long[] wattHours() {
    return reads.stream().mapToLong(RegisterRead::wattHours).toArray();
  }
}
