package dev.headroom.actors.charger;

/** A line of a composite schedule: this limit from so many seconds after it was asked. */
public record LimitFrom(int startSeconds, int limitMilliamps) {}
