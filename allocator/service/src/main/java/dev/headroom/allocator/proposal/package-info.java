/** Proposals into the log, and the answers of whoever owns the site. */
package dev.headroom.allocator.proposal;
