package dev.headroom.gateway.core.session;

/** Allots transaction ids, each once for all stations, above 0; never blocks. */
@FunctionalInterface
public interface TransactionIds {

  int next();
}
