package dev.headroom.cli.watch;

/** A server-sent event: its place in the stream (or empty), name and data. */
record SseEvent(String id, String name, String data) {}
