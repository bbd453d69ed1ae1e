package dev.headroom.dr.event;

/** What is wrong with a field of a request; the whole request if the field is empty. */
public record Fault(String field, String message) {}
