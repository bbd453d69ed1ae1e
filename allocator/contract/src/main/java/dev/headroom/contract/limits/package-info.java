/** What the allocator writes to {@code headroom.limits}. */
package dev.headroom.contract.limits;
