/** Who may issue limits for a partition, and since when. */
package dev.headroom.allocator.ownership;
