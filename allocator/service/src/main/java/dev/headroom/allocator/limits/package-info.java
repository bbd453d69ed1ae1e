/** What was issued, for take-overs and for whoever watches. */
package dev.headroom.allocator.limits;
