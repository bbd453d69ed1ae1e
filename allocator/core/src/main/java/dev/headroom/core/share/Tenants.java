package dev.headroom.core.share;

import java.util.Arrays;

/**
 * Who shares as one: the ports of a tenant get together what the tenant's weight gives it, and
 * share that among themselves by their own weights.
 *
 * @param of each port's tenant, from 0; {@link #NONE} stands for itself with its own weight
 * @param weight of each tenant, 1 and up
 */
public record Tenants(int[] of, int[] weight) {

  /** No tenant. */
  public static final int NONE = -1;

  /** No tenants among so many ports. */
  public static Tenants none(int ports) {
    int[] of = new int[ports];
    Arrays.fill(of, NONE);
    return new Tenants(of, new int[0]);
  }
}
