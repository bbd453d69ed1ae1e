package dev.headroom.cli.cluster;

/** The broker and the database a cluster runs on. */
public record Backends(Broker broker, Database database) {}
