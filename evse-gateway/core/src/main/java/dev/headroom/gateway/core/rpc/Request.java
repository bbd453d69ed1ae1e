package dev.headroom.gateway.core.rpc;

/** The payload of a {@link Frame.Call}. */
public interface Request {

  Action action();
}
