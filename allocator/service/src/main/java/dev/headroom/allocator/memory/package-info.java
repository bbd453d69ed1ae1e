/** What is kept of a site's control for its next owner, and what of that is gone by. */
package dev.headroom.allocator.memory;
