package dev.headroom.trial.fault;

import dev.headroom.trial.wire.Fence;
import dev.headroom.trial.wire.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a course of the limits topic says. */
record Reading(List<Heard> heard) {

  static Reading of(List<Heard> heard) {
    return new Reading(heard);
  }

  Set<String> sites() {
    return limits().stream()
        .map(limits -> limits.allocation().site())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Each site's first limits that count after this moment and are of an epoch above these. */
  Map<String, Instant> firstAbove(Map<Integer, Long> epochs, Instant since) {
    Map<String, Instant> first = new HashMap<>();
    for (Heard.Limits limits : limits()) {
      long before = epochs.getOrDefault(limits.partition(), -1L);
      if (!limits.at().isBefore(since) && limits.allocation().revision().epoch() > before) {
        first.putIfAbsent(limits.allocation().site(), limits.at());
      }
    }
    return first;
  }

  /** The longest time without a sign of its owner, lease or limits, of each partition. */
  Map<Integer, Duration> longestGaps() {
    Map<Integer, List<Instant>> signs = new TreeMap<>();
    for (Heard one : heard) {
      boolean counts =
          switch (one) {
            case Heard.Limits limits -> limits.verdict() == Fence.Verdict.ACCEPTED;
            case Heard.Owner owner -> owner.believed();
          };
      if (counts) {
        signs.computeIfAbsent(one.partition(), it -> new ArrayList<>()).add(one.at());
      }
    }
    Map<Integer, Duration> gaps = new TreeMap<>();
    signs.forEach((partition, times) -> gaps.put(partition, longest(times)));
    return gaps;
  }

  private static Duration longest(List<Instant> times) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < times.size(); i++) {
      Duration gap = Duration.between(times.get(i - 1), times.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  /** How many limits came with this verdict. */
  long count(Fence.Verdict verdict) {
    return heard.stream()
        .filter(one -> one instanceof Heard.Limits limits && limits.verdict() == verdict)
        .count();
  }

  private List<Heard.Limits> limits() {
    return heard.stream()
        .filter(Heard.Limits.class::isInstance)
        .map(Heard.Limits.class::cast)
        .filter(limits -> limits.verdict() == Fence.Verdict.ACCEPTED)
        .toList();
  }
}
