package dev.headroom.gateway.core.rpc;

/** The payload of a {@link Frame.CallResult}. */
public interface Response {}
