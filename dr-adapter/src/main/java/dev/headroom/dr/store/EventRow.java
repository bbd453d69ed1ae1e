package dev.headroom.dr.store;

import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.dr.event.DrEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An event as it is stored; outside this package it is a {@link DrEvent}. */
@Entity
@Table(name = "event")
class EventRow {

  @Id String id;

  @Column(name = "start_at")
  Instant start;

  @Column(name = "end_at")
  Instant end;

  @Nullable
  @Column(name = "ceiling_watts")
  Integer ceilingWatts;

  @Nullable
  @Column(name = "ceiling_milliamps")
  Integer ceilingMilliamps;

  @Column(name = "may_pause")
  boolean mayPause;

  @Column(name = "created_at")
  Instant createdAt;

  @Nullable
  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @ElementCollection
  @CollectionTable(name = "event_site", joinColumns = @JoinColumn(name = "event_id"))
  @Column(name = "site")
  Set<String> sites = new HashSet<>();

  static EventRow of(DrEvent event) {
    EventRow row = new EventRow();
    row.id = event.id();
    row.start = event.interval().start();
    row.end = event.interval().end();
    switch (event.value()) {
      case CeilingValue.Watts(int watts) -> row.ceilingWatts = watts;
      case CeilingValue.Amperes(int milliamps) -> row.ceilingMilliamps = milliamps;
    }
    row.mayPause = event.mayPause();
    row.createdAt = event.createdAt();
    row.cancelledAt = event.cancelledAt().orElse(null);
    row.sites.addAll(event.sites());
    return row;
  }

  DrEvent event() {
    return new DrEvent(
        id,
        new TreeSet<>(sites),
        new CeilingInterval(start, end, value()),
        mayPause,
        createdAt,
        Optional.ofNullable(cancelledAt));
  }

  private CeilingValue value() {
    if (ceilingWatts != null) {
      return new CeilingValue.Watts(ceilingWatts);
    }
    if (ceilingMilliamps != null) {
      return new CeilingValue.Amperes(ceilingMilliamps);
    }
    throw new IllegalStateException("event " + id + " is stored without a ceiling");
  }
}
